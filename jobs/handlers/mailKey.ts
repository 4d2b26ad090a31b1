import { type KeyPurpose, keyProblem } from '#app/domain/account.ts';
import type { MailLinks } from '../mail/letter.ts';
import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';

/** Where a key is entered, and where a new one is asked for. */
const pagesFor = (purpose: KeyPurpose, links: MailLinks): { link: string; again: string } => {
  if (purpose === 'email') return { link: links.emailKey, again: links.emailKey };
  if (purpose === 'forgot') return { link: links.startKey, again: links.forgot };
  // Nobody is at the page of the key yet, who did not ask for it there.
  if (purpose === 'counter') return { link: links.start, again: links.start };
  return { link: links.startKey, again: links.start };
};

/**
 * The mail with the 認証キー (leaflet ④). A key that is used, voided or over is not mailed. The sealed copy is gone
 * as soon as the mail is handed over, or will never be.
 */
export const mailKey = (tools: HandlerTools): Handler<'mail.key'> =>
  mailHandler(tools, {
    kind: 'mail.key',
    read: async ({ keyId }, now) => {
      const key = await tools.stores.keys.find(keyId);
      if (!key) return { reason: 'key-gone' };
      const problem = keyProblem(key, now);
      if (problem) return { reason: `key-${problem}` };
      if (key.sealed === null) return { reason: 'key-gone' };
      const account = await tools.stores.accounts.find(key.accountId);
      if (!account) return { reason: 'no-recipient' };
      return {
        to: key.email ?? account.email,
        facts: {
          key: tools.secrets.unseal(key.sealed),
          issuedAt: key.issuedAt,
          expiresAt: key.expiresAt,
          purpose: key.purpose,
          ...pagesFor(key.purpose, tools.links),
        },
      };
    },
    handedOver: ({ keyId }, stores) => stores.keys.forgetSealed(keyId),
    ended: ({ keyId }, stores) => stores.keys.forgetSealed(keyId),
  });
