import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';

/** Somebody wanted to open an account for an address that has one: its holder is told, the page says nothing. */
export const mailAlreadyRegistered = (
  tools: Pick<HandlerTools, 'stores' | 'transport' | 'links'>,
): Handler<'mail.alreadyRegistered'> =>
  mailHandler(tools, {
    kind: 'mail.alreadyRegistered',
    read: async ({ accountId }) => {
      const account = await tools.stores.accounts.find(accountId);
      if (!account) return { reason: 'no-recipient' };
      return { to: account.email, facts: { login: tools.links.login, start: tools.links.start } };
    },
  });
