import { done } from '#app/domain/refusal.ts';
import { refuseIfClosed } from '../account/access.ts';
import { defineProcedure } from '../procedure.ts';
import { addMessage, loadThread, type MessageInput, messageInput, refusalIfClosed } from './support.ts';

/** メッセージ送信 by the employer; the seeker's own system collects it (docs/api.md). */
export const sendMessage = defineProcedure<MessageInput, { messageId: string }>({
  name: 'message.send',
  permission: 'message.send',
  input: messageInput,
  audit: 'message.sent',

  async run(context, { referralId, values }) {
    const referral = await loadThread(context, referralId);
    const refusal =
      (await refuseIfClosed(context, 'message-send', referral.officeId)) ??
      (await refusalIfClosed(context, referral));
    if (refusal) return refusal;
    const { id } = await addMessage(context, referral, 'employer', values.text);
    return done({ messageId: id });
  },
});
