import { readAccount } from './accountFacts.ts';
import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';

/** The password of an account was changed, by its holder or by whoever reads its mails. */
export const mailPasswordChanged = (tools: HandlerTools): Handler<'mail.passwordChanged'> =>
  mailHandler(tools, {
    kind: 'mail.passwordChanged',
    read: async ({ accountId }) => {
      const read = await readAccount(tools, accountId);
      if ('reason' in read) return read;
      return { to: read.to, facts: { ...read.facts, forgot: tools.links.forgot } };
    },
  });
