import type { Instant } from '#app/domain/clock.ts';
import type { Stores } from '#db/stores/index.ts';
import { type MailFacts, type MailKind, templates } from '../mail/templates/index.ts';
import type { Handler, HandlerTools, PayloadOf } from './handler.ts';

/** What a mail is written from, read when it is sent; or why it is not to be sent any more, as a code. */
export type MailContent<Kind extends MailKind> = { to: string; facts: MailFacts[Kind] } | { reason: string };

type MailWork<Kind extends MailKind> = {
  kind: Kind;
  read(payload: PayloadOf<Kind>, now: Instant): Promise<MailContent<Kind>>;
  /** To whom it went is kept nowhere. */
  withoutRecipient?: true;
  /** Committed together with the job's `done`, once the mail is handed over. */
  handedOver?(payload: PayloadOf<Kind>, stores: Stores): Promise<void>;
  ended?(payload: PayloadOf<Kind>, stores: Stores): Promise<void>;
};

/** The way of every mail: read the state again, write the letter, hand it over. */
export function mailHandler<Kind extends MailKind>(
  { transport }: Pick<HandlerTools, 'transport'>,
  { kind, read, withoutRecipient, handedOver, ended }: MailWork<Kind>,
): Handler<Kind> {
  return {
    run: async (payload, job, now) => {
      const content = await read(payload, now);
      if ('reason' in content) return { state: 'cancelled', reason: content.reason };
      const letter = templates[kind](content.facts);
      const mail = { ...letter, kind, to: content.to, dedupe: job.dedupe };
      await transport.send(withoutRecipient ? { ...mail, withoutRecipient } : mail);
      return {
        state: 'done',
        effect: async (stores) => {
          await handedOver?.(payload, stores);
          // What an employer's own data says of the mails it got (account.recordDownload).
          const account = await stores.accounts.findByEmail(content.to);
          if (account)
            await stores.sentMails.insert({ id: job.id, accountId: account.id, kind, sentAt: now });
        },
      };
    },
    ended: async (payload, stores) => ended?.(payload, stores),
  };
}
