import { otherSide } from '#app/domain/message.ts';
import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';
import { loadThread } from './support.ts';

type Input = {
  referralId: string;
  /** The number of the last message that was shown; what came after it stays unread. */
  upTo: number;
};

/** 既読: one side says that it has read what the other has written. Possible in a read-only thread, too. */
export const markMessagesRead = defineProcedure<Input, { count: number }>({
  name: 'message.markRead',
  permission: 'message.markRead',
  input: object({ referralId: recordId, upTo: { type: 'integer', minimum: 0 } }),
  audit: 'message.read',

  async run(context, { referralId, upTo }) {
    const { actor, stores, now, record } = context;
    const referral = await loadThread(context, referralId);
    const reader = actor.kind === 'employer' ? 'employer' : 'seeker';
    const count = await stores.messages.markRead(referral.id, otherSide(reader), upTo, now);
    record({
      subject: { type: 'referral', id: referral.id },
      detail: { number: referral.number, rows: count },
    });
    return done({ count });
  },
});
