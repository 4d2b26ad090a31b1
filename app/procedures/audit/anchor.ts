import { done } from '#app/domain/refusal.ts';
import type { AuditAnchor } from '#app/domain/retention.ts';
import { defineProcedure } from '../procedure.ts';
import { object } from '../schemas.ts';

/**
 * The head of the audit chain is kept with a signature, in the database and, by whoever runs this, in the log: rows that
 * are cut off its end later are missed.
 */
export const anchorAudit = defineProcedure<Record<string, never>, AuditAnchor>({
  name: 'audit.anchor',
  permission: 'audit.anchor',
  input: object({}),
  audit: 'audit.anchored',

  async run({ stores, secrets, now, record }) {
    const anchor = await stores.audit.anchor(now, secrets.auditKey);
    record({ subject: { type: 'audit', id: String(anchor.seq) }, detail: { hash: anchor.hash } });
    return done(anchor);
  },
});
