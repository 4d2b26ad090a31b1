import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = Pick<ParsedMail, 'subject' | 'text' | 'messageId'> & { to: string };

/** A real SMTP server on a free port of this machine that keeps every mail it accepts. */
export type Mailbox = {
  url: string;
  mails: readonly ReceivedMail[];
  /** The first mail to `address` that fits, now or as soon as it arrives; times out with what has come so far. */
  waitFor(address: string, fits: (mail: ReceivedMail) => boolean): Promise<ReceivedMail>;
  close(): Promise<void>;
};

export async function openMailbox(): Promise<Mailbox> {
  const mails: ReceivedMail[] = [];
  const listeners = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, accepted) => {
      simpleParser(stream).then((mail) => {
        for (const { address } of session.envelope.rcptTo)
          mails.push({ subject: mail.subject, text: mail.text, messageId: mail.messageId, to: address });
        accepted();
        for (const listener of listeners) listener();
      }, accepted);
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port.');

  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    waitFor: (to, fits) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = mails.find((mail) => mail.to === to && fits(mail));
          if (!found) return;
          clearTimeout(timer);
          listeners.delete(look);
          resolve(found);
        };
        const timer = setTimeout(() => {
          listeners.delete(look);
          const arrived = mails.map((mail) => `${mail.to}: ${mail.subject}`).join('\n');
          reject(new Error(`No such mail to ${to}. Arrived:\n${arrived}`));
        }, 20_000);
        listeners.add(look);
        look();
      }),
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
