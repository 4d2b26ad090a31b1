import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/support/database.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { openOffice } from '#test/support/world.ts';

describe('A sweep among real processes', () => {
  let servers: RunningServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    servers = [];
  });

  const start = async (database: TestDatabase, more: Record<string, string>): Promise<RunningServer> => {
    if (database.settings.dialect !== 'sqlite') throw new Error('This test runs on a file.');
    const server = await startServer({ DATA_DIR: path.dirname(database.settings.file), ...more });
    servers.push(server);
    return server;
  };

  /** Three postings whose 来庁期限 is 2026-12-08. */
  async function awaited() {
    const database = await testDatabase('sqlite');
    const office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    for (const name of ['a', 'b', 'c']) {
      const employer = await office.openedAtCounter(`${name}@example.co.jp`);
      await office.submitted(employer, await office.filledIn(employer));
    }
    await office.runner.runDue();
    const runs = () => database.reader('sweep_run').where({ sweep: 'posting.lapse' });
    return {
      database,
      runs,
      lapsed: () => database.reader('audit_entry').where({ action: 'posting.lapsed' }),
      mails: () => database.reader('outbox_mail').where({ kind: 'mail.postingLapsed' }),
      done: async () => (await runs().where({ state: 'done' })).length,
    };
  }

  test('runs once for its day in two of them at once, with one mail for each posting', async () => {
    const { database, runs, lapsed, mails, done } = await awaited();
    const midnight = { NOW: '2026-12-09T00:10:00+09:00' };
    await Promise.all([start(database, midnight), start(database, midnight)]);
    await expect.poll(done, { timeout: 60_000 }).toBe(1);
    await expect.poll(async () => (await mails()).length, { timeout: 60_000 }).toBe(3);
    expect(await runs()).toMatchObject([{ slot: '2026-12-09', looked_at: 3, acted_on: 3, failed: 0 }]);
    expect(await lapsed()).toHaveLength(3);
  });

  test('killed after its first posting is gone through to its end by the next process', async () => {
    const { database, runs, lapsed, mails, done } = await awaited();
    const doomed = await start(database, {
      NOW: '2026-12-09T00:10:00+09:00',
      FAULT_AT: 'posting.lapse:committed',
    });
    expect(await doomed.ended).toBe('SIGKILL');
    servers = [];
    expect(await lapsed()).toHaveLength(1);
    expect(await runs()).toMatchObject([{ state: 'running', turn: 1 }]);

    // The lease of the dead one is over by then.
    await start(database, { NOW: '2026-12-09T00:20:00+09:00' });
    await expect.poll(done, { timeout: 60_000 }).toBe(1);
    await expect.poll(async () => (await mails()).length, { timeout: 60_000 }).toBe(3);
    expect(await lapsed()).toHaveLength(3);
    expect(await runs()).toMatchObject([{ slot: '2026-12-09', turn: 2 }]);
  });

  test('makes up for a week in which no process ran', async () => {
    const { database, runs, lapsed, done } = await awaited();
    const late = { NOW: '2026-12-16T09:00:00+09:00' };
    await Promise.all([start(database, late), start(database, late)]);
    await expect.poll(done, { timeout: 60_000 }).toBe(1);
    expect(await lapsed()).toHaveLength(3);
    expect(await runs()).toMatchObject([{ slot: '2026-12-16' }]);
  });
});
