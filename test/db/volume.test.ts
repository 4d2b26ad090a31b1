import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/connection.ts';
import { fillWithVolume, NotEmpty } from '#db/seeds/volume/index.ts';
import { verifyAuditChain } from '#db/stores/audit.ts';
import { invariantStore } from '#db/stores/invariants.ts';
import { loadCatalogue } from '#rules/catalogue.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';

const today = '2026-11-24';
const auditKey = new Uint8Array(32).fill(7);
const rules = loadCatalogue('rules');

const fill = async (database: TestDatabase, seed = '1', offices = 2): Promise<void> =>
  fillWithVolume(database, {
    scale: { offices, share: 0.004 },
    seed,
    today,
    rules: await rules,
    auditKey,
    passwordHash: 'x',
  });

/** What a screen reads of, and who asks for it. */
const filled = [
  'account',
  'audit_entry',
  'change_request',
  'establishment',
  'establishment_search_part',
  'extra_check',
  'image',
  'job_seeker',
  'message',
  'office',
  'posting',
  'posting_refusal',
  'posting_return',
  'posting_version',
  'referral',
  'staff',
  'staff_note',
  'verdict',
  'verdict_case',
  'visit',
  'visit_posting',
];

/** Every row of every filled table, folded into one text. */
async function bytesOf({ reader }: TestDatabase): Promise<string> {
  const hash = createHash('sha256');
  for (const table of filled) {
    const rows: object[] = await reader(table);
    const lines = rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).toSorted();
    hash.update(`${table}\n${lines.join('\n')}\n`);
  }
  return hash.digest('hex');
}

const indexesOf = async ({ reader, dialect }: TestDatabase): Promise<string[]> =>
  dialect === 'sqlite'
    ? reader('sqlite_master').where({ type: 'index' }).orderBy('name').pluck('name')
    : reader('pg_indexes').whereRaw('schemaname = current_schema()').orderBy('indexname').pluck('indexname');

describeOnEveryDatabase('Invented data in great numbers', (open) => {
  test('fill every table that a screen reads, hold together, and break no invariant', async () => {
    const database = await open();
    const indexes = await indexesOf(database);
    await fill(database);

    const empty: string[] = [];
    for (const table of filled) if ((await database.reader(table).first()) === undefined) empty.push(table);
    expect(empty).toEqual([]);
    expect(await indexesOf(database)).toEqual(indexes);
    expect(await verifyAuditChain(database.reader, auditKey)).toMatchObject({ firstBad: null });
    expect(await invariantStore(database.reader).hits(null, today, 5)).toEqual([]);

    const states: string[] = await database.reader('posting').distinct().pluck('state');
    expect(states).toEqual(expect.arrayContaining(['draft', 'under_review', 'returned', 'valid', 'invalid']));
    if (database.dialect === 'sqlite')
      expect(await database.reader.raw('PRAGMA foreign_key_check')).toEqual([]);
    else await everyReferenceHolds(database);
  }, 180_000);

  test('are the same for the same seed, and others for another', async () => {
    const [first, second, other] = [await open(), await open(), await open()];
    await fill(first, '1', 1);
    await fill(second, '1', 1);
    await fill(other, '2', 1);
    expect(await bytesOf(second)).toBe(await bytesOf(first));
    expect(await bytesOf(other)).not.toBe(await bytesOf(first));
  }, 180_000);

  test('are not laid over an office that is there', async () => {
    const database = await open();
    await fill(database, '1', 1);
    await expect(fill(database)).rejects.toThrow(NotEmpty);
  }, 60_000);

  test('leave the database as strict as it was', async () => {
    const database = await open();
    await fill(database, '1', 1);
    const stray = { office_id: 'nobody', last: 1 };
    await expect(database.writer('posting_number').insert(stray)).rejects.toThrow(/foreign key/i);
    const reopened = openDatabase(database.settings);
    try {
      expect(await reopened.reader('office').count({ count: '*' }).first()).toEqual({ count: 2 });
    } finally {
      await reopened.close();
    }
  }, 60_000);
});

/** PostgreSQL checks a reference again when its constraint is made anew. */
async function everyReferenceHolds({ writer }: TestDatabase): Promise<void> {
  const { rows } = await writer.raw(
    "select conname as name, conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace",
  );
  await writer
    .transaction(async (transaction) => {
      for (const { name, table, definition } of rows) {
        const place = table.split('.').at(-1).replaceAll('"', '');
        await transaction.raw('alter table ?? drop constraint ??', [place, name]);
        await transaction.raw(`alter table ?? add constraint ?? ${definition}`, [place, name]);
      }
      throw new Error('roll back');
    })
    .catch((error: Error) => {
      if (error.message !== 'roll back') throw error;
    });
}
