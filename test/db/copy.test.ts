import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { compose } from '#app/composition.server.ts';
import { readEnv } from '#app/env.server.ts';
import { type Database, openDatabase } from '#db/connection.ts';
import { type CopiedTable, copyToPostgres } from '#db/copy.ts';
import { type TestInstallation, testInstallation, timeout } from '#test/support/installation.ts';
import { openOffice } from '#test/support/world.ts';

const now = '2026-11-24T10:00:00+09:00';

describe.runIf(process.env.TEST_DATABASE_URL)('An installation that moves to PostgreSQL', { timeout }, () => {
  let from: TestInstallation;
  let to: TestInstallation;
  /** Of the address of a posting that was accepted. */
  const email = 'a@example.co.jp';

  beforeEach(async () => {
    from = await testInstallation('sqlite');
    to = await testInstallation('postgres');
    const database = await from.open();
    const office = await openOffice({ ...database, settings: from.settings }, now);
    const employer = await office.openedAtCounter(email);
    const submitted = await office.submitted(employer, await office.filledIn(employer));
    await office.accepted(await office.visited(submitted, '2026-11-24'));
    await database.close();
  }, timeout);

  const file = (): string => (from.settings.dialect === 'sqlite' ? from.settings.file : '');
  const move = (): Promise<readonly CopiedTable[]> =>
    copyToPostgres(file(), to.settings.dialect === 'postgres' ? to.settings.url : '');
  const withSource = async (work: (database: Database) => Promise<void>): Promise<void> => {
    const database = openDatabase(from.settings);
    await work(database).finally(() => database.close());
  };

  test('has every row of every table there, and goes on as before', async () => {
    const tables = await move();
    const rowsOf = (name: string) => tables.find(({ table }) => table === name)?.rows;
    expect({ posting: rowsOf('posting'), staff: rowsOf('staff'), session: rowsOf('session') }).toEqual({
      posting: 1,
      staff: 6,
      session: 0,
    });
    await withSource(async ({ reader }) => {
      for (const { table, rows } of tables) {
        const counted = await reader(table).count('* as rows').first();
        expect({ table, rows: counted?.rows }).toEqual({ table, rows });
      }
    });

    const app = await compose(readEnv(to.environment));
    const verified = await app.write(({ audit }) => audit.verify(app.secrets.auditKey));
    expect(verified).toMatchObject({ firstBad: null, rows: rowsOf('audit_entry') });
    expect(await app.read.accounts.findByEmail(email)).toBeDefined();
    await app.close();
  });

  test('keeps its references, and no table counts its rows by itself', async () => {
    const fresh = await to.open();
    const references = () =>
      fresh
        .reader('information_schema.table_constraints')
        .where({ constraint_type: 'FOREIGN KEY' })
        .orderBy('constraint_name')
        .pluck('constraint_name');
    const before: string[] = await references();
    await fresh.close();
    await move();
    const moved = await to.open();
    const after = await moved
      .reader('information_schema.table_constraints')
      .where({ constraint_type: 'FOREIGN KEY' })
      .orderBy('constraint_name')
      .pluck('constraint_name');
    expect(before.length).toBeGreaterThan(50);
    expect(after).toEqual(before);
    // A counter would have to be set behind the last copied row.
    const counters = await moved
      .reader('information_schema.columns')
      .where('column_default', 'like', 'nextval%')
      .pluck('table_name');
    expect(counters).toEqual(['schema_migration']);
  });

  test('does not move over data that are there', async () => {
    await move();
    await expect(move()).rejects.toThrow('The PostgreSQL database is not empty; nothing was changed.');
    const stranger = await testInstallation('postgres');
    if (stranger.settings.dialect !== 'postgres') throw new Error('Not a PostgreSQL installation.');
    const database = openDatabase(stranger.settings);
    await database.writer.schema.createTable('of_another_product', (t) => t.text('id'));
    await database.close();
    await expect(copyToPostgres(file(), stranger.settings.url)).rejects.toThrow('is not empty');
  });

  test('does not move while somebody uses it', async () => {
    await withSource(async ({ reader }) => {
      await reader('staff');
      await expect(move()).rejects.toThrow('Somebody uses these data.');
    });
  });

  test('does not move from an older version, nor out of nothing', async () => {
    await withSource(async ({ writer }) => {
      const last = await writer('schema_migration').orderBy('id', 'desc').first();
      await writer('schema_migration').where({ id: last.id }).delete();
    });
    await expect(move()).rejects.toThrow(/^The file is at \d{3}_\w+, this version at \d{3}_\w+: start this/);
    const missing = path.join(from.dataDir, 'nowhere.sqlite');
    await expect(copyToPostgres(missing, '')).rejects.toThrow(`There is no database at ${missing}.`);
  });

  test('moves whole or not at all: a reference that does not hold leaves nothing behind', async () => {
    const broken = { id: 'broken', office_id: 'of nobody', role: 'clerk', login_name: 'broken' };
    await withSource(async ({ writer }) => {
      await writer.raw('pragma foreign_keys = off');
      await writer('staff').insert({ ...broken, name: '見本', password_hash: '', demo: 0, active: 1 });
    });
    await expect(move()).rejects.toThrow(/staff_office_id_foreign/);
    const target = await to.open();
    expect(await target.reader('staff')).toEqual([]);
    await target.close();

    await withSource(async ({ writer }) => void (await writer('staff').where({ id: 'broken' }).delete()));
    const tables = await move();
    expect(tables.find(({ table }) => table === 'staff')?.rows).toBe(6);
  });
});
