import { actorId } from '#app/domain/actor.ts';
import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, optionalText, recordId, version } from '../schemas.ts';

type Input = { checkId: string; version: number; note: string | null };

/** 確認済み: what was to be looked at was looked at. */
export const settleExtraCheck = defineProcedure<Input, null>({
  name: 'extraCheck.settle',
  permission: 'extraCheck.edit',
  input: object({ checkId: recordId, version, note: optionalText(600) }),
  audit: 'extraCheck.settled',

  async run({ actor, scope, stores, now, record }, { checkId, version: shown, note }) {
    const check = notFoundUnless(await stores.extraChecks.find(scope, checkId));
    if (check.settled !== null || check.version !== shown)
      throw new Conflict({ type: 'extra_check', id: check.id });
    await stores.extraChecks.settle({ ...check, settled: { by: actorId(actor), at: now, note } });
    record({ subject: { type: 'extra_check', id: check.id }, personal: { note } });
    return done(null);
  },
});
