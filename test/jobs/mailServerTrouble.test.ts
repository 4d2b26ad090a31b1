import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStores } from '#db/stores/index.ts';
import { mailAlreadyRegistered } from '#jobs/handlers/mailAlreadyRegistered.ts';
import { createTransport, senderOf } from '#jobs/mail/transport.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { handlersThat } from './support/handlers.ts';
import { type JobBench, jobBench } from './support/jobs.ts';
import { hours, minutes } from './support/movableClock.ts';
import { sampleAccount, sampleLinks } from './support/samples.ts';
import { type SmtpSink, smtpSink } from './support/smtpSink.ts';

describeOnEveryDatabase('A mail while the mail server has trouble', (open) => {
  let database: TestDatabase;
  let bench: JobBench;
  let sink: SmtpSink;
  beforeEach(async () => {
    database = await open();
    bench = jobBench(database);
    sink = await smtpSink();
    await bench.unitOfWork((stores) => stores.accounts.insert(sampleAccount));
    await bench.enqueue({
      kind: 'mail.alreadyRegistered',
      payload: { accountId: sampleAccount.id },
      dedupe: 'mail',
      expiresAt: bench.clock.instant(hours(2)),
    });
  });
  afterEach(() => sink.close());

  /** Looks for due jobs once a minute, as long as is said; tells after how many minutes the server was asked. */
  async function pass(length: number): Promise<number[]> {
    const runner = bench.runner({
      ...handlersThat(async () => ({ state: 'done' })),
      'mail.alreadyRegistered': mailAlreadyRegistered({
        stores: createStores(database.writer, database.dialect),
        transport: createTransport({
          smtpUrl: sink.url,
          tls: 'opportunistic',
          from: senderOf('https://mypage.example.jp'),
        }),
        links: sampleLinks,
      }),
    });
    const asked: number[] = [];
    for (let minute = 0; minute * minutes(1) <= length; minute += 1) {
      const before = sink.asked.length;
      await runner.runDue();
      if (sink.asked.length > before) asked.push(minute);
      bench.clock.forward(minutes(1));
    }
    return asked;
  }

  test('is tried again after ever longer rests while the server answers 4xx, and goes out once it does not', async () => {
    sink.answerMail(451);
    expect(await pass(minutes(20))).toEqual([0, 1, 2, 4, 8, 16]);
    expect(await bench.row('mail')).toMatchObject({ state: 'ready', last_error: 'smtp-451' });
    sink.answerMail(250);
    await pass(minutes(20));
    expect(await bench.row('mail')).toMatchObject({ state: 'done', last_error: null });
    expect(new Set(sink.received.map(({ mail }) => mail.messageId)).size).toBe(1);
  });

  test('is given up as expired at its end, and does not go out afterwards', async () => {
    sink.answerRecipient(450);
    await pass(hours(2));
    sink.answerRecipient(250);
    await pass(hours(1));
    expect(await bench.row('mail')).toMatchObject({ state: 'cancelled', last_error: 'expired' });
    expect(sink.received).toEqual([]);
  });

  test('is dead after one 5xx about its address, and waits for a person', async () => {
    sink.answerRecipient(550);
    expect(await pass(hours(1))).toEqual([0]);
    expect(await bench.row('mail')).toMatchObject({ state: 'dead', attempts: 1, last_error: 'smtp-550' });
    expect(sink.asked).toHaveLength(1);
  });
});
