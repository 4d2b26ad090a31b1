import { readFileSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** What the sink answers to the whole mail: a reply code, also late, a cut after the final dot, or nothing at all. */
export type Answer = 250 | 421 | 451 | 550 | 'late' | 'cut' | 'silence';

export type ReceivedMail = { recipients: string[]; mail: ParsedMail; answer: Answer; encrypted: boolean };

export type SmtpSink = {
  url: string;
  /** Every mail that arrived to its final dot, whatever was answered. */
  received: ReceivedMail[];
  /** RCPT commands, accepted or not. */
  asked: string[];
  /** The same to every mail, or as is decided for each. */
  answerMail(answer: Answer | (() => Answer)): void;
  answerRecipient(answer: 250 | 450 | 550): void;
  /** Lets nobody in, until `comeBack`. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
};

/** Milliseconds: slow, and still well within what a sender waits for. */
const lateness = 2_000;

const refusal = (responseCode: number): Error =>
  Object.assign(new Error('as the test says'), { responseCode });

/** An invented certificate for 127.0.0.1 that nobody vouches for, in one file with its key. */
export const sinkCertificate = path.join(import.meta.dirname, 'smtpSink.pem');

/** A mail server on a free port that keeps what it gets and answers as told; `tls`: it offers STARTTLS. */
export async function smtpSink({ tls = false } = {}): Promise<SmtpSink> {
  const received: ReceivedMail[] = [];
  const asked: string[] = [];
  let toMail: () => Answer = () => 250;
  let toRecipient: 250 | 450 | 550 = 250;

  const take = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Answer> => {
    const recipients = session.envelope.rcptTo.map((recipient) => recipient.address);
    const mail = await simpleParser(stream);
    const answer = toMail();
    received.push({ recipients, mail, answer, encrypted: session.secure });
    return answer;
  };

  const sockets = new Set<Socket>();
  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };

  const answerTo = (given: Answer, answer: (refused?: Error | null) => void): void => {
    if (given === 'cut') cutAll();
    else if (given === 'late') setTimeout(answer, lateness);
    else if (given !== 'silence') answer(given === 250 ? null : refusal(given));
  };

  const open = async (port: number): Promise<SMTPServer> => {
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
        take(stream, session).then((given) => answerTo(given, answer), answer);
      },
    });
    server.server.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    // A client that hangs up in the middle is what some tests are about.
    server.on('error', () => {});
    await new Promise<void>((listening) => {
      server.listen(port, '127.0.0.1', listening);
    });
    return server;
  };
  const shut = async (server: SMTPServer): Promise<void> => {
    cutAll();
    await new Promise<void>((closed) => {
      server.close(() => closed());
    });
  };

  let server: SMTPServer | null = await open(0);
  const { port } = server.server.address() as AddressInfo;
  const goDown = async (): Promise<void> => {
    if (server !== null) await shut(server);
    server = null;
  };

  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    asked,
    answerMail: (answer) => {
      toMail = typeof answer === 'function' ? answer : () => answer;
    },
    answerRecipient: (answer) => {
      toRecipient = answer;
    },
    goDown,
    comeBack: async () => {
      server ??= await open(port);
    },
    close: goDown,
  };
}
