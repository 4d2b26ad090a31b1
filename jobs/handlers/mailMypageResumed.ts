import { readAccount } from './accountFacts.ts';
import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';

/** 利用不可 has ended. */
export const mailMypageResumed = (tools: HandlerTools): Handler<'mail.mypageResumed'> =>
  mailHandler(tools, {
    kind: 'mail.mypageResumed',
    read: async ({ accountId }) => {
      const read = await readAccount(tools, accountId);
      if ('reason' in read) return read;
      return read.account.suspendedOn === null ? read : { reason: 'account-superseded' };
    },
  });
