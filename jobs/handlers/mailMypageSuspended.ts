import { readAccount } from './accountFacts.ts';
import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';

/** 利用不可 has begun; why is said by the office, not by mail. */
export const mailMypageSuspended = (tools: HandlerTools): Handler<'mail.mypageSuspended'> =>
  mailHandler(tools, {
    kind: 'mail.mypageSuspended',
    read: async ({ accountId }) => {
      const read = await readAccount(tools, accountId);
      if ('reason' in read) return read;
      return read.account.suspendedOn === null ? { reason: 'account-superseded' } : read;
    },
  });
