import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';

/** `version` is 0 where the office has never switched. */
type Input = { automatic: boolean; reason: string; version: number };

/** A supervisor lets the office erase by itself what is due, or lets it only list it again. It begins with the list. */
export const switchAutomaticErasure = defineProcedure<Input, null>({
  name: 'retention.switch',
  permission: 'retention.switch',
  input: object({
    automatic: { type: 'boolean' },
    reason: shortText(600),
    version: { type: 'integer', minimum: 0 },
  }),
  audit: 'retention.switched',

  async run({ actor, stores, now, record }, { automatic, reason, version }) {
    if (actor.kind !== 'staff') throw new Error('Only the staff switch.');
    const { id: changedBy, officeId } = actor;
    const before = await stores.retention.settingOf(officeId);
    if ((before?.automatic ?? false) === automatic) throw new Conflict({ type: 'office', id: officeId });
    await stores.retention.saveSetting({ officeId, automatic, changedBy, changedAt: now, version });
    record({ subject: { type: 'office', id: officeId }, detail: { automatic }, personal: { reason } });
    return done(null);
  },
});
