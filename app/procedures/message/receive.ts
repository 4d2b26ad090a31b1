import { done, refuse } from '#app/domain/refusal.ts';
import { hasOpenMypage } from '../account/openMypage.ts';
import { defineProcedure } from '../procedure.ts';
import { addMessage, loadThread, type MessageInput, messageInput, refusalIfClosed } from './support.ts';

/**
 * A message of a job seeker, handed over by the 求職者マイページ. A mail tells the employer that there is one, never what
 * it says; while an earlier one of the thread is unread, at most one mail a day.
 */
export const receiveMessage = defineProcedure<MessageInput, { messageId: string }>({
  name: 'message.receive',
  permission: 'message.receive',
  input: messageInput,
  audit: 'message.received',

  async run(context, { referralId, values }) {
    const { stores, today, enqueue } = context;
    const referral = await loadThread(context, referralId);
    const refusal = await refusalIfClosed(context, referral);
    if (refusal) return refusal;
    if (!(await hasOpenMypage(context, referral))) return refuse('message-employer-gone');
    const earlier = await stores.messages.ofReferral(referral.id);
    const unread = earlier.find(({ from, readAt }) => from === 'seeker' && readAt === null);
    const message = await addMessage(context, referral, 'seeker', values.text);
    enqueue({
      kind: 'mail.messageReceived',
      payload: { messageId: message.id },
      dedupe: `messageReceived:${unread?.id ?? message.id}:${today}`,
    });
    return done({ messageId: message.id });
  },
});
