import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { appliedMigrations, migrate, openDatabase } from '#db/connection.ts';
import { migrationSource } from '#db/migrations/index.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { laterVersion } from './support/laterVersion.ts';

const office = {
  id: '00000000-0000-4000-8000-000000000001',
  code: '99999',
  name: 'ハローワーク見本',
  phone: '0300000000',
  postal: '1000000',
  address: '東京都見本区見本1-1',
  prefecture: '東京都',
};

describeOnEveryDatabase('A database on its way to a later version', (open) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await open();
    await database.writer('office').insert(office);
  });

  /** What the version before needs in order to start: its own schema, and its rows as they were. */
  const expectAsBefore = async (): Promise<void> => {
    expect(await appliedMigrations(database.reader)).toEqual(await migrationSource.getMigrations([]));
    expect(await database.reader.schema.hasTable('later')).toBe(false);
    expect(await database.reader('office')).toEqual([office]);
    await expect(database.writer('office').insert({ ...office, id: 'another' })).rejects.toThrow(/unique/i);
    await migrate(database);
  };

  test('stays where it was when a migration fails in the middle, the migrations before it included', async () => {
    const failing = laterVersion(() => {
      throw new Error('in the middle');
    });
    await expect(migrate(database, failing)).rejects.toThrow('in the middle');
    await expectAsBefore();
  });

  test('stays where it was when the process is killed in the middle', async () => {
    const dying = path.resolve('test/db/support/dyingMigration.ts');
    const { signal } = spawnSync(
      process.execPath,
      ['--import', 'tsx', dying, JSON.stringify(database.settings)],
      { timeout: 60_000 },
    );
    expect(signal).toBe('SIGKILL');
    await expectAsBefore();
  });

  test('goes there once when two processes start at once: the second waits for the first', async () => {
    let times = 0;
    let other: Promise<void> | undefined;
    const second = openDatabase(database.settings);
    const source = laterVersion(() => {
      times += 1;
      other ??= migrate(second, source);
    });
    await migrate(database, source);
    await other;
    expect(times).toBe(1);
    expect((await appliedMigrations(second.reader)).slice(-2)).toEqual([
      '998_a_table_more',
      '999_another_check',
    ]);
    expect(await second.reader('office')).toEqual([{ ...office, later: 'new' }]);
    await second.close();
  });
});
