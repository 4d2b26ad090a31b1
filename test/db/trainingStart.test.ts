import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { keepStart, migrateStart, removeStart, restoreStart } from '#db/trainingStart.ts';
import { type TestDatabase, testDatabase } from '#test/support/database.ts';
import { signedIn } from '#test/support/session.ts';
import { openOffice } from '#test/support/world.ts';

const morning = '2026-11-24T10:00:00+09:00';

/** Everything in the database but what a reset leaves alone. */
async function contents(database: TestDatabase): Promise<Record<string, unknown>> {
  const tables: string[] = await database
    .writer('sqlite_master')
    .where({ type: 'table' })
    .whereNot('name', 'like', 'sqlite_%')
    .whereNotIn('name', ['session', 'training'])
    .orderBy('name')
    .pluck('name');
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table, await database.writer(table)])),
  );
}

async function begun() {
  const database = await testDatabase('sqlite');
  if (database.settings.dialect !== 'sqlite') throw new Error('This test runs on a file.');
  const folder = path.dirname(database.settings.file);
  const office = await openOffice(database, morning, { watched: true });
  const employer = await office.openedAtCounter();
  const { id } = await office.submitted(employer, await office.filledIn(employer));
  await office.runner.runDue();
  await mkdir(path.join(folder, 'pictures'));
  await writeFile(path.join(folder, 'pictures', 'one'), 'picture');
  await keepStart(database, folder);
  await office.stores.training.mark(office.clock.now().toISOString());
  return { database, folder, office, id };
}

test('A training goes back to its beginning: every row, every picture, and the clock', async () => {
  const { database, folder, office, id } = await begun();
  const before = await contents(database);
  await signedIn(office, 'staff', office.staff.clerk.id);
  await office.visited(await office.now(id), '2026-11-24');
  await office.openedAtCounter('b@example.co.jp');
  await database.writer('deadline_notice').insert({
    posting_id: id,
    kind: 'visit',
    deadline: '2026-12-08',
    sent_on: '2026-12-03',
  });
  await office.stores.ruleVersions.keep({
    ruleSet: 'limits/account',
    version: '99.0.0',
    hash: 'hash',
    effectiveFrom: '2026-11-24',
    effectiveTo: null,
    text: '{}',
    origin: 'app',
    firstSeenAt: office.clock.now().toISOString(),
  });
  await office.stores.training.setOffset(86_400, 86_400_000);
  await office.stores.training.askReset();
  await rm(path.join(folder, 'pictures', 'one'));
  expect(await contents(database)).not.toEqual(before);

  await restoreStart(database, folder, () => -3_600);
  expect(await contents(database)).toEqual(before);
  expect(await readFile(path.join(folder, 'pictures', 'one'), 'utf8')).toBe('picture');
  expect(await office.stores.training.find()).toEqual({
    offsetSeconds: -3_600,
    goal: null,
    resetAsked: false,
    resets: 1,
    beganAt: '2026-11-24T01:00:00.000Z',
  });
  // Signed in at 10:00 by the clock of that moment, and still so by the clock of now.
  expect(await database.writer('session').pluck('seen_at')).toEqual(['2026-11-24T00:00:00.000Z']);
});

test('What keeps rows from being changed stands again afterwards', async () => {
  const { database, folder } = await begun();
  await restoreStart(database, folder, () => 0);
  await expect(database.writer('rule_version').delete()).rejects.toThrow('a rule version is frozen');
});

test('A reset that fails changes nothing', async () => {
  const { database, folder, office, id } = await begun();
  await office.visited(await office.now(id), '2026-11-24');
  const before = await contents(database);
  await expect(
    restoreStart(database, folder, () => {
      throw new Error('The plug is pulled.');
    }),
  ).rejects.toThrow('The plug is pulled.');
  expect(await contents(database)).toEqual(before);
  await restoreStart(database, folder, () => 0);
  expect((await office.now(id)).state).toBe('awaiting_visit');
});

test('The copy of the beginning is brought to the schema of a new version, and removed with the rest', async () => {
  const { folder } = await begun();
  await migrateStart(folder);
  await removeStart(folder);
  await migrateStart(folder);
  await expect(readFile(path.join(folder, 'start.sqlite'))).rejects.toThrow('ENOENT');
});
