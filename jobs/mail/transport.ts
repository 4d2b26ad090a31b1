import { createHash } from 'node:crypto';
import nodemailer from 'nodemailer';
import { siteName } from '#app/text/common.ts';
import { PermanentFailure, TemporaryFailure } from '../failure.ts';
import type { Letter } from './letter.ts';

/** A letter on its way. `dedupe` is that of its job: the same job always sends under the same Message-ID. */
export type Mail = Letter & {
  kind: string;
  to: string;
  dedupe: string;
  /** The copy does not keep to whom it went: the address is erased. */
  withoutRecipient?: true;
};

/** A mail as it was sent, for the 送信箱 of demo mode. */
export type MailCopy = { messageId: string; kind: string; recipient: string; subject: string; body: string };

export type Transport = {
  /**
   * Hands the mail over. Throws PermanentFailure where the server or the address says no for good (5xx), and
   * TemporaryFailure for everything that may pass; the codes name the answer, never the address.
   */
  send(mail: Mail): Promise<void>;
};

/** Milliseconds; together below the lease of a job. */
export type SmtpTimeouts = { connection: number; greeting: number; socket: number };

export type TransportOptions = {
  /** Without it mails are only copied: demo mode. */
  smtpUrl?: string;
  from: Sender;
  /**
   * required: a server that offers no TLS, or a certificate that nobody vouches for, gets no mail. opportunistic: TLS
   * where it is offered, by whatever certificate; for a relay on the same machine.
   */
  tls: 'required' | 'opportunistic';
  keepCopy?(copy: MailCopy): Promise<void>;
  timeouts?: SmtpTimeouts;
};

export type Sender = { name: string; address: string };

/** `system@` the host of the site's own address (leaflet ③: the address whose mails employers let through). */
export const senderOf = (publicOrigin: string): Sender => ({
  name: siteName.mypage,
  address: `system@${new URL(publicOrigin).hostname}`,
});

/** Fixed by the job, so that copies of one mail can be told as such. */
export const messageIdOf = (dedupe: string, host: string): string =>
  `<${createHash('sha256').update(dedupe).digest('hex').slice(0, 32)}@${host}>`;

/**
 * One plain address: no comma, no line break, no comment, no quoting. Nodemailer would read several recipients out of
 * some of those, and forms are not the only way an address could come in.
 */
const plainAddress = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/;
const longestAddress = 100;

/** What Nodemailer adds to its errors: its own code, and the reply of the server where there was one. */
type SmtpError = Error & { code?: string; responseCode?: number };

/** 5xx about this mail or its recipient is final; a refused greeting or sign-in is our own trouble and may pass. */
function failureFrom(error: SmtpError): TemporaryFailure | PermanentFailure {
  const { code = 'failed', responseCode: reply } = error;
  // A server's answer to STARTTLS says nothing about the mail.
  const name = code === 'ETLS' ? 'smtp-etls' : `smtp-${reply ?? code.toLowerCase()}`;
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  const final = aboutThisMail && reply !== undefined && reply >= 500;
  return final ? new PermanentFailure(name) : new TemporaryFailure(name);
}

/** Mail out of the house through Nodemailer; in demo mode into the copy only. */
export function createTransport(options: TransportOptions): Transport {
  const { smtpUrl, from, tls, keepCopy } = options;
  const timeouts = options.timeouts ?? { connection: 10_000, greeting: 10_000, socket: 60_000 };
  if (!smtpUrl && !keepCopy) throw new Error('Mails would vanish: neither a server nor a copy is set.');
  const host = from.address.slice(from.address.indexOf('@') + 1);
  const smtp =
    smtpUrl &&
    nodemailer.createTransport({
      url: smtpUrl,
      connectionTimeout: timeouts.connection,
      greetingTimeout: timeouts.greeting,
      socketTimeout: timeouts.socket,
      ...(tls === 'required'
        ? { requireTLS: true }
        : { opportunisticTLS: true, tls: { rejectUnauthorized: false } }),
      disableFileAccess: true,
      disableUrlAccess: true,
    });

  return {
    send: async ({ kind, to, subject, text, dedupe, withoutRecipient }) => {
      if (to.length > longestAddress || !plainAddress.test(to)) throw new PermanentFailure('bad-address');
      const messageId = messageIdOf(dedupe, host);
      if (smtp) {
        await smtp
          .sendMail({
            from,
            to: { name: '', address: to },
            envelope: { from: from.address, to: [to] },
            messageId,
            subject,
            text,
            headers: { 'Auto-Submitted': 'auto-generated' },
          })
          .catch((error: SmtpError) => {
            throw failureFrom(error);
          });
      }
      await keepCopy?.({ messageId, kind, recipient: withoutRecipient ? '' : to, subject, body: text });
    },
  };
}
