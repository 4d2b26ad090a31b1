import { expect, test } from 'vitest';
import { createStores } from '#db/stores/index.ts';
import { testDatabase } from '../support/database.ts';

/** The plan of the last statement that `ask` sends. */
async function planOf(ask: (stores: ReturnType<typeof createStores>) => Promise<unknown>): Promise<string> {
  const database = await testDatabase();
  const { reader, dialect } = database;
  const sent: { sql: string; bindings: readonly string[] }[] = [];
  reader.on('query', (query: { sql: string; bindings: readonly string[] }) => sent.push(query));
  await ask(createStores(reader, dialect));
  const { sql, bindings } = sent.at(-1) ?? { sql: '', bindings: [] };
  const steps: { detail: string }[] = await reader.raw(`explain query plan ${sql}`, [...bindings]);
  return steps.map(({ detail }) => detail).join('\n');
}

test('the notices of the night are found by their index', async () => {
  const plan = await planOf(({ referrals }) =>
    referrals.notNoticed('2026-11-10', { id: '', referredOn: '' }, 200),
  );
  expect(plan).toContain('referral_not_noticed');
  expect(plan).not.toContain('TEMP B-TREE');
});

test('the establishments to restrict are counted on their index', async () => {
  const overdue = { day: '2026-11-03', most: 50, today: '2026-11-24' };
  const plan = await planOf(({ referrals }) => referrals.overdueEstablishments(overdue, '', 200));
  expect(plan).toContain('referral_unregistered');
  expect(plan).not.toContain('TEMP B-TREE');
});

test('the missing results of one establishment are read from their index', async () => {
  const plan = await planOf(({ referrals }) => referrals.unregisteredOf('an establishment'));
  expect(plan).toContain('referral_unregistered');
  expect(plan).not.toContain('TEMP B-TREE');
});
