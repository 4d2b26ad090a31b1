import { factsOf } from './accountFacts.ts';
import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';

/** To the address that an account had before: another one signs in now. The new one is not named. */
export const mailEmailChanged = (tools: HandlerTools): Handler<'mail.emailChanged'> =>
  mailHandler(tools, {
    kind: 'mail.emailChanged',
    read: async ({ formerEmailId }) => {
      const former = await tools.stores.formerEmails.find(formerEmailId);
      const account = former && (await tools.stores.accounts.find(former.accountId));
      if (!former || !account) return { reason: 'no-recipient' };
      const facts = await factsOf(tools, account.establishmentId);
      return { to: former.email, facts: { ...facts, by: former.by, replacedAt: former.replacedAt } };
    },
  });
