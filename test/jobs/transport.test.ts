import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PermanentFailure, TemporaryFailure } from '#jobs/failure.ts';
import {
  createTransport,
  type Mail,
  type MailCopy,
  messageIdOf,
  senderOf,
  type Transport,
} from '#jobs/mail/transport.ts';
import { type SmtpSink, smtpSink } from './support/smtpSink.ts';

const from = senderOf('https://mypage.example.jp:8443');
const timeouts = { connection: 500, greeting: 500, socket: 500 };

const mail: Mail = {
  kind: 'mail.key',
  to: 'saiyo@mihon.example.jp',
  subject: '【求人者マイページ】認証キーのお知らせ',
  text: '髙﨑①㈱：認証キーをお知らせします。\n',
  dedupe: 'key:1',
};

describe('Handing a mail over to a mail server', () => {
  let sink: SmtpSink;
  let transport: Transport;
  beforeEach(async () => {
    sink = await smtpSink();
    transport = createTransport({ smtpUrl: sink.url, tls: 'opportunistic', from, timeouts });
  });
  afterEach(() => sink.close());

  /** The failure of sending; undefined when it went well. */
  const failureOf = (changes: Partial<Mail> = {}): Promise<unknown> =>
    transport.send({ ...mail, ...changes }).then(
      () => undefined,
      (error: unknown) => error,
    );

  test('the mail arrives word for word, from the address the leaflet asks employers to let through', async () => {
    await transport.send(mail);
    expect(sink.received).toHaveLength(1);
    expect(sink.received[0]).toMatchObject({
      recipients: [mail.to],
      mail: {
        subject: mail.subject,
        text: mail.text,
        messageId: messageIdOf('key:1', 'mypage.example.jp'),
        from: { value: [{ address: 'system@mypage.example.jp', name: '求人者マイページ' }] },
      },
    });
    expect(sink.received[0]?.mail.headers.get('auto-submitted')).toBe('auto-generated');
  });

  test('the Message-ID belongs to the job: 32 hexadecimal digits of its dedupe, at our host', () => {
    expect(messageIdOf('key:1', 'mypage.example.jp')).toMatch(/^<[0-9a-f]{32}@mypage\.example\.jp>$/);
    expect(messageIdOf('key:1', 'a.jp')).not.toBe(messageIdOf('key:2', 'a.jp'));
  });

  test.each([421, 451] as const)('an answer of %i may pass: the job is tried again', async (answer) => {
    sink.answerMail(answer);
    const failure = await failureOf();
    expect(failure).toBeInstanceOf(TemporaryFailure);
    expect(failure).toMatchObject({ code: `smtp-${answer}` });
  });

  test('550 for the recipient or for the mail is final', async () => {
    sink.answerRecipient(550);
    expect(await failureOf()).toBeInstanceOf(PermanentFailure);
    sink.answerRecipient(250);
    sink.answerMail(550);
    const failure = await failureOf();
    expect(failure).toBeInstanceOf(PermanentFailure);
    expect(failure).toMatchObject({ code: 'smtp-550' });
  });

  test('450 for the recipient may pass', async () => {
    sink.answerRecipient(450);
    expect(await failureOf()).toBeInstanceOf(TemporaryFailure);
  });

  test('a connection cut after the final dot may pass, and the copy sent again has the same Message-ID', async () => {
    sink.answerMail('cut');
    expect(await failureOf()).toBeInstanceOf(TemporaryFailure);
    sink.answerMail(250);
    expect(await failureOf()).toBeUndefined();
    expect(new Set(sink.received.map((received) => received.mail.messageId)).size).toBe(1);
    expect(sink.received).toHaveLength(2);
  });

  test('a server that falls silent is left after the set time', async () => {
    sink.answerMail('silence');
    const failure = await failureOf();
    expect(failure).toBeInstanceOf(TemporaryFailure);
    expect(failure).toMatchObject({ code: 'smtp-etimedout' });
  });

  test('a server that is not there may come back', async () => {
    await sink.close();
    expect(await failureOf()).toBeInstanceOf(TemporaryFailure);
    sink = await smtpSink();
  });

  test('a failure never names the address', async () => {
    sink.answerRecipient(550);
    expect(String(await failureOf())).not.toContain('mihon');
  });

  test.each([
    'saiyo@mihon.example.jp\r\nRCPT TO:<evil@example.jp>',
    'saiyo@mihon.example.jp\n',
    'saiyo@mihon.example.jp, evil@example.jp',
    'saiyo@mihon.example.jp,evil@example.jp',
    '見本 <saiyo@mihon.example.jp>',
    '"evil@example.jp, x"@mihon.example.jp',
    'saiyo(evil@example.jp)@mihon.example.jp',
    'saiyo@mihon.example.jp>\u0000',
    'group: a@example.jp, b@example.jp;',
    `${'a'.repeat(90)}@mihon.example.jp`,
    '',
  ])('the address %j is refused before anything is sent', async (to) => {
    expect(await failureOf({ to })).toMatchObject({ code: 'bad-address', name: 'PermanentFailure' });
    expect(sink.asked).toEqual([]);
  });

  test.each(["o'hara+saiyo@mihon.example.jp", 'a_b-c.d@mihon-1.example.jp'])(
    'the plain address %j gets exactly one recipient',
    async (to) => {
      await transport.send({ ...mail, to });
      expect(sink.asked).toEqual([to]);
    },
  );

  test('line breaks in a subject make no header', async () => {
    await transport.send({ ...mail, subject: '件名\r\nBcc: evil@example.jp' });
    expect(sink.asked).toEqual([mail.to]);
    expect(sink.received[0]?.mail.bcc).toBeUndefined();
  });
});

describe('Mail in demo mode', () => {
  test('without a mail server the copy is kept', async () => {
    const copies: MailCopy[] = [];
    const transport = createTransport({
      from,
      tls: 'opportunistic',
      keepCopy: async (copy) => void copies.push(copy),
    });
    await transport.send(mail);
    expect(copies).toEqual([
      {
        messageId: messageIdOf('key:1', 'mypage.example.jp'),
        kind: 'mail.key',
        recipient: mail.to,
        subject: mail.subject,
        body: mail.text,
      },
    ]);
  });

  test('with neither a server nor a copy the process does not start', () => {
    expect(() => createTransport({ from, tls: 'opportunistic' })).toThrow();
  });
});
