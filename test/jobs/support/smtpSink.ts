import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

export type ReceivedMail = { recipients: string[]; mail: ParsedMail; encrypted: boolean };

/** What the sink answers to the whole mail: a reply code, a cut after the final dot, or nothing at all. */
export type Answer = 250 | 421 | 451 | 550 | 'cut' | 'silence';

export type SmtpSink = {
  url: string;
  /** Every mail that arrived to its final dot, whatever was answered. */
  received: ReceivedMail[];
  /** RCPT commands, accepted or not. */
  asked: string[];
  answerMail(answer: Answer): void;
  answerRecipient(answer: 250 | 450 | 550): void;
  close(): Promise<void>;
};

const refusal = (responseCode: number): Error =>
  Object.assign(new Error('as the test says'), { responseCode });

/** An invented certificate for 127.0.0.1 that nobody vouches for, in one file with its key. */
export const sinkCertificate = path.join(import.meta.dirname, 'smtpSink.pem');

/** A mail server on a free port that keeps what it gets and answers as told; `tls`: it offers STARTTLS. */
export async function smtpSink({ tls = false } = {}): Promise<SmtpSink> {
  const received: ReceivedMail[] = [];
  const asked: string[] = [];
  let toMail: Answer = 250;
  let toRecipient: 250 | 450 | 550 = 250;

  const take = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> => {
    const recipients = session.envelope.rcptTo.map((recipient) => recipient.address);
    received.push({ recipients, mail: await simpleParser(stream), encrypted: session.secure });
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: tls ? ['AUTH'] : ['STARTTLS', 'AUTH'],
    ...(tls ? { key: readFileSync(sinkCertificate), cert: readFileSync(sinkCertificate) } : {}),
    disableReverseLookup: true,
    closeTimeout: 200,
    onRcptTo: (address, _session, answer) => {
      asked.push(address.address);
      answer(toRecipient === 250 ? null : refusal(toRecipient));
    },
    onData: (stream, session, answer) => {
      take(stream, session).then(() => {
        if (toMail === 'cut') server.emit('cut');
        else if (toMail !== 'silence') answer(toMail === 250 ? null : refusal(toMail));
      }, answer);
    },
  });
  const sockets = new Set<import('node:net').Socket>();
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  server.on('cut', cutAll);
  // A client that hangs up in the middle is what some tests are about.
  server.on('error', () => {});
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    asked,
    answerMail: (answer) => {
      toMail = answer;
    },
    answerRecipient: (answer) => {
      toRecipient = answer;
    },
    close: async () => {
      cutAll();
      await new Promise<void>((closed) => {
        server.close(() => closed());
      });
    },
  };
}
