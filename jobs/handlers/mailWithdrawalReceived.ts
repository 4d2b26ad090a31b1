import { readAccount } from './accountFacts.ts';
import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';

/** 退会 was received; on which day the MyPage goes was said when it was asked for. */
export const mailWithdrawalReceived = (tools: HandlerTools): Handler<'mail.withdrawalReceived'> =>
  mailHandler(tools, {
    kind: 'mail.withdrawalReceived',
    read: async ({ accountId, erasedFrom }) => {
      const read = await readAccount(tools, accountId);
      if ('reason' in read) return read;
      const { withdrawnOn } = read.account;
      if (withdrawnOn === null) return { reason: 'account-superseded' };
      return { to: read.to, facts: { ...read.facts, withdrawnOn, erasedFrom } };
    },
  });
