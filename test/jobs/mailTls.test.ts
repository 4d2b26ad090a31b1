import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createTransport, senderOf, type TransportOptions } from '#jobs/mail/transport.ts';
import { type SmtpSink, sinkCertificate, smtpSink } from './support/smtpSink.ts';

let sink: SmtpSink;
afterEach(() => sink.close());

const handOver = (tls: TransportOptions['tls']): Promise<unknown> =>
  createTransport({ smtpUrl: sink.url, tls, from: senderOf('https://mypage.example.jp') })
    .send({ kind: 'mail.key', to: 'saiyo@mihon.example.jp', subject: '見本', text: '見本', dedupe: 'key:1' })
    .then(
      () => 'handed over',
      (error: unknown) => error,
    );

test('a server that offers no TLS hears no address and gets no mail; the job waits', async () => {
  sink = await smtpSink();
  expect(await handOver('required')).toMatchObject({ name: 'TemporaryFailure', code: 'smtp-etls' });
  expect(sink.asked).toEqual([]);
});

test('neither does a server with a certificate that nobody vouches for', async () => {
  sink = await smtpSink({ tls: true });
  expect(await handOver('required')).toMatchObject({ name: 'TemporaryFailure', code: 'smtp-esocket' });
  expect(sink.asked).toEqual([]);
});

test('a server whose certificate the installation trusts gets its mail over TLS', async () => {
  sink = await smtpSink({ tls: true });
  const program = path.join(import.meta.dirname, 'support/sendOne.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, sink.url], {
    env: { NODE_ENV: 'test', PATH: process.env.PATH, NODE_EXTRA_CA_CERTS: sinkCertificate },
    stdio: 'inherit',
  });
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(sink.received.map(({ encrypted }) => encrypted)).toEqual([true]);
});

test('where TLS is said to be optional, it is used as far as it is offered', async () => {
  sink = await smtpSink({ tls: true });
  expect(await handOver('opportunistic')).toBe('handed over');
  await sink.close();
  const plain = await smtpSink();
  const encrypted = sink.received.map((mail) => mail.encrypted);
  sink = plain;
  expect(await handOver('opportunistic')).toBe('handed over');
  expect([...encrypted, ...plain.received.map((mail) => mail.encrypted)]).toEqual([true, false]);
});
