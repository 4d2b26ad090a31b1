import { beforeEach, expect, test } from 'vitest';
import { frozenClock } from '#app/domain/clock.ts';
import { type Readiness, readiness } from '#app/readiness.server.ts';
import { createStores } from '#db/stores/index.ts';
import { createUnitOfWork } from '#db/unitOfWork.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { watchLog } from './watchLog.ts';

const log = watchLog();
const gigabyte = 1_073_741_824;

describeOnEveryDatabase('/readyz', (open) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await open();
  });

  const look = (
    at = '2026-11-24T09:00+09:00',
    freeBytes = gigabyte,
    missing: 'redis' | null = null,
  ): Promise<Readiness> =>
    readiness({
      database,
      unitOfWork: createUnitOfWork(database),
      read: createStores(database.reader, database.dialect),
      clock: frozenClock(at),
      freeBytes: async () => freeBytes,
      missing: () => missing,
    });

  test('is ready while the database takes writes and has the schema of this version', async () => {
    expect(await look()).toEqual({ ready: true, weaknesses: [] });
  });

  test('is not ready over another schema', async () => {
    await database
      .writer('schema_migration')
      .insert({ name: '999_later', batch: 2, migration_time: new Date() });
    expect(await look()).toEqual({ ready: false, reason: 'schema' });
  });

  test('is not ready without its database, and the log says why by kind and place', async () => {
    await database.writer.schema.dropTable('throttle');
    expect(await look()).toEqual({ ready: false, reason: 'database' });
    expect(log().join('')).toContain('"event":"not-ready"');
  });

  test('is degraded while the disk has little room', async () => {
    expect(await look(undefined, 268_435_455)).toEqual({ ready: true, weaknesses: ['disk'] });
    expect(log().join('')).toContain('"event":"degraded","detail":"disk"');
  });

  test('is degraded while Redis is away: jobs come late, and nobody is sent elsewhere', async () => {
    expect(await look(undefined, gigabyte, 'redis')).toEqual({ ready: true, weaknesses: ['redis'] });
  });

  test('is degraded when a job has been due for more than 15 minutes', async () => {
    const now = '2026-11-24T00:00:00.000Z';
    await createUnitOfWork(database)(({ jobs }) =>
      jobs.enqueue({ kind: 'throttle.clear', payload: { slot: '2026-11-24' }, dedupe: 'x' }, now, 'x'),
    );
    expect(await look('2026-11-24T09:15:00+09:00')).toEqual({ ready: true, weaknesses: [] });
    expect(await look('2026-11-24T09:15:01+09:00')).toEqual({ ready: true, weaknesses: ['jobs'] });
  });
});
