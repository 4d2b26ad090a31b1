import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';

/**
 * 消去 is done. The address stands sealed in the notice and nowhere else any more, and the notice goes as soon as the
 * mail is handed over, or will never be.
 */
export const mailMypageErased = (tools: HandlerTools): Handler<'mail.mypageErased'> =>
  mailHandler(tools, {
    kind: 'mail.mypageErased',
    withoutRecipient: true,
    read: async ({ noticeId }) => {
      const sealed = await tools.stores.retention.findNotice(noticeId);
      if (sealed === undefined) return { reason: 'no-recipient' };
      const { to, ...facts } = JSON.parse(tools.secrets.unseal(sealed));
      return { to, facts };
    },
    handedOver: ({ noticeId }, stores) => stores.retention.forgetNotice(noticeId),
    ended: ({ noticeId }, stores) => stores.retention.forgetNotice(noticeId),
  });
