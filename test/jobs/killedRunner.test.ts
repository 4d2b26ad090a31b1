import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStores } from '#db/stores/index.ts';
import { mailAlreadyRegistered } from '#jobs/handlers/mailAlreadyRegistered.ts';
import { createTransport, messageIdOf, senderOf } from '#jobs/mail/transport.ts';
import { handlersThat } from './support/handlers.ts';
import { describeOnEveryDriver, type JobBench } from './support/jobs.ts';
import type { KilledProcessOrders } from './support/killed.ts';
import { seconds } from './support/movableClock.ts';
import { sampleAccount, sampleLinks } from './support/samples.ts';
import { type SmtpSink, smtpSink } from './support/smtpSink.ts';

const program = fileURLToPath(new URL('support/killed.ts', import.meta.url));

describeOnEveryDriver('A runner killed in the middle of a mail', (open) => {
  let bench: JobBench;
  let sink: SmtpSink;
  beforeEach(async () => {
    bench = await open();
    sink = await smtpSink();
    await bench.unitOfWork((stores) => stores.accounts.insert(sampleAccount));
    await bench.enqueue({
      kind: 'mail.alreadyRegistered',
      payload: { accountId: sampleAccount.id },
      dedupe: 'alreadyRegistered:1',
    });
  });
  afterEach(() => sink.close());

  /** Runs another process up to a step, and kills it there with SIGKILL. */
  async function killAt(stopAt: string): Promise<void> {
    const orders: KilledProcessOrders = {
      settings: bench.database.settings,
      bull: bench.driver.bull,
      smtpUrl: sink.url,
      now: bench.clock.instant(),
      stopAt,
    };
    const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(orders)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [reached] = await once(child.stdout, 'data');
    expect(String(reached).trim()).toBe(stopAt);
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  const survivor = () =>
    bench.runner({
      ...handlersThat(async () => ({ state: 'done' })),
      'mail.alreadyRegistered': mailAlreadyRegistered({
        stores: createStores(bench.database.writer, bench.database.dialect),
        transport: createTransport({
          tls: 'opportunistic',
          smtpUrl: sink.url,
          from: senderOf('https://mypage.example.jp'),
        }),
        links: sampleLinks,
      }),
    });

  test('before it is handed over: it goes out once, when the lease is over', async () => {
    await killAt('mail.alreadyRegistered:claimed');
    expect(sink.received).toHaveLength(0);
    const runner = survivor();
    expect(await runner.runDue()).toBe(0);
    bench.clock.forward(seconds(180));
    expect(await runner.runDue()).toBe(1);
    expect(sink.received).toHaveLength(1);
    expect(await bench.row('alreadyRegistered:1')).toMatchObject({ state: 'done', attempts: 2 });
  });

  test('after it was handed over: it goes out again, under the same Message-ID', async () => {
    await killAt('mail.alreadyRegistered:ran');
    expect(sink.received).toHaveLength(1);
    bench.clock.forward(seconds(180));
    await survivor().runDue();
    expect(sink.received.map(({ mail }) => mail.messageId)).toEqual(
      Array(2).fill(messageIdOf('alreadyRegistered:1', 'mypage.example.jp')),
    );
    expect(await bench.row('alreadyRegistered:1')).toMatchObject({ state: 'done', attempts: 2 });
  });

  test('after it was settled: nothing happens again', async () => {
    await killAt('mail.alreadyRegistered:settled');
    bench.clock.forward(seconds(180));
    expect(await survivor().runDue()).toBe(0);
    expect(sink.received).toHaveLength(1);
  });
});
