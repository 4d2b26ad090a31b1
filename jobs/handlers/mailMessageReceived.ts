import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';
import { factsOfReferral } from './referralFacts.ts';

/** A message of a job seeker; no mail once it was read. */
export const mailMessageReceived = (tools: HandlerTools): Handler<'mail.messageReceived'> =>
  mailHandler(tools, {
    kind: 'mail.messageReceived',
    read: async ({ messageId }) => {
      const message = await tools.stores.messages.find(messageId);
      if (message === undefined || message.readAt !== null) return { reason: 'message-read' };
      const referral = await tools.stores.referrals.find({ kind: 'all' }, message.referralId);
      return referral === undefined ? { reason: 'message-read' } : factsOfReferral(tools, referral);
    },
  });
