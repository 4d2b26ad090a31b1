import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';
import { numberSubject, subjectHash } from './erase.ts';

/**
 * Whether the MyPage of a 事業所番号 was erased, for somebody who asks the counter with the number. That it was asked is
 * recorded, the number is not: the answer is found by its keyed hash.
 */
export const askErased = defineProcedure<{ number: string }, { certificateId: string | null }>({
  name: 'retention.ask',
  permission: 'retention.read',
  input: object({ number: shortText(13) }),
  audit: 'retention.asked',

  async run({ actor, stores, secrets, record }, { number }) {
    if (actor.kind !== 'staff') throw new Error('Only the staff ask.');
    const hash = subjectHash(secrets.erasureKey, numberSubject(number));
    const certificateId = (await stores.retention.certificateOf(actor.officeId, hash)) ?? null;
    record({ subject: { type: 'office', id: actor.officeId }, detail: { found: certificateId !== null } });
    return done({ certificateId });
  },
});
