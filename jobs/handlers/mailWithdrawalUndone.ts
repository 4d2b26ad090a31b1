import { readAccount } from './accountFacts.ts';
import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';

/** The counter has taken a 退会 back. */
export const mailWithdrawalUndone = (tools: HandlerTools): Handler<'mail.withdrawalUndone'> =>
  mailHandler(tools, {
    kind: 'mail.withdrawalUndone',
    read: async ({ accountId }) => {
      const read = await readAccount(tools, accountId);
      if ('reason' in read) return read;
      return read.account.withdrawnOn === null ? read : { reason: 'account-superseded' };
    },
  });
