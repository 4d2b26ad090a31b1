import { done } from '#app/domain/refusal.ts';
import { refuseIfClosed } from '../account/access.ts';
import { defineProcedure } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';
import { addMessage, loadThread, type MessageInput, messageValues, refusalIfClosed } from './support.ts';

type Input = MessageInput & {
  /** The number of the last message of the seeker that the page showed: who answers has read it. 0 for none. */
  readUpTo: number;
};

/** メッセージ送信 by the employer; the seeker's own system collects it (docs/api.md). */
export const sendMessage = defineProcedure<Input, { messageId: string }>({
  name: 'message.send',
  permission: 'message.send',
  input: object({
    referralId: recordId,
    values: messageValues,
    readUpTo: { type: 'integer', minimum: 0 },
  }),
  audit: 'message.sent',

  async run(context, { referralId, values, readUpTo }) {
    const referral = await loadThread(context, referralId);
    const refusal =
      (await refuseIfClosed(context, 'message-send', referral.officeId)) ??
      (await refusalIfClosed(context, referral));
    if (refusal) return refusal;
    await context.stores.messages.markRead(referral.id, 'seeker', readUpTo, context.now);
    const { id } = await addMessage(context, referral, 'employer', values.text);
    return done({ messageId: id });
  },
});
