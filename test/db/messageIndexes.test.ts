import { expect, test } from 'vitest';
import type { EmployerActor } from '#app/domain/actor.ts';
import { messageThread } from '#db/queries/messageThread.ts';
import { unreadMessages } from '#db/queries/messageThreads.ts';
import { createStores } from '#db/stores/index.ts';
import { testDatabase } from '../support/database.ts';

const employer: EmployerActor = {
  kind: 'employer',
  accountId: 'account',
  email: 'a@example.co.jp',
  establishmentId: 'establishment',
};

type Reader = Awaited<ReturnType<typeof testDatabase>>['reader'];

/** The plan of the last statement that `ask` sends. */
async function planOf(
  ask: (stores: ReturnType<typeof createStores>, reader: Reader) => Promise<unknown>,
): Promise<string> {
  const { reader, dialect } = await testDatabase();
  const sent: { sql: string; bindings: readonly string[] }[] = [];
  reader.on('query', (query: { sql: string; bindings: readonly string[] }) => sent.push(query));
  await ask(createStores(reader, dialect), reader);
  const { sql, bindings } = sent.at(-1) ?? { sql: '', bindings: [] };
  const steps: { detail: string }[] = await reader.raw(`explain query plan ${sql}`, [...bindings]);
  return steps.map(({ detail }) => detail).join('\n');
}

test('the messages to erase are found by the index of their days', async () => {
  const plan = await planOf(({ messages }) => messages.sentBefore('2025-11-24', { id: '', sentOn: '' }, 200));
  expect(plan).toContain('message_sent_on_id_index');
  expect(plan).not.toContain('TEMP B-TREE');
});

test('what a partner collects is read in the order of its numbers', async () => {
  const plan = await planOf(({ messages }) => messages.after({ kind: 'all' }, 5, 101));
  expect(plan).toContain('message_seq_unique');
  expect(plan).not.toContain('TEMP B-TREE');
});

test('the unread messages of every MyPage screen are counted on indexes', async () => {
  const plan = await planOf((_stores, reader) => unreadMessages(reader, employer));
  expect(plan).toContain('referral_threads');
  expect(plan).toContain('message_unread');
  expect(plan).not.toContain('SCAN');
});

test('a thread that is not there asks no more than the referral', async () => {
  const { reader } = await testDatabase();
  expect(await messageThread(reader, employer, 'none', { page: 1, today: '2026-11-24' })).toBeNull();
});
