import { done } from '#app/domain/refusal.ts';
import type { ChainCheck } from '#db/stores/audit.ts';
import { defineProcedure } from '../procedure.ts';
import { object } from '../schemas.ts';

/** 記録の検査: the whole chain is computed anew, outside the transaction; that it was checked is itself recorded. */
export const verifyAudit = defineProcedure<Record<string, never>, ChainCheck, ChainCheck>({
  name: 'audit.verify',
  permission: 'audit.verify',
  input: object({}),
  audit: 'audit.verified',

  prepare: async ({ stores, secrets }) => done(await stores.audit.verify(secrets.auditKey)),

  async run({ record }, _input, check) {
    const { rows, firstBad, head } = check;
    record({ subject: { type: 'audit', id: String(head.seq) }, detail: { rows, firstBad, hash: head.hash } });
    return done(check);
  },
});
