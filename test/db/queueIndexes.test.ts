import type { Knex } from 'knex';
import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/actor.ts';
import { queueKinds } from '#app/domain/queue.ts';
import { queueCounts } from '#db/queries/queue/counts.ts';
import { type QueueFilter, unfiltered } from '#db/queries/queue/filter.ts';
import { markedRows } from '#db/queries/queue/marks.ts';
import { nextInQueue } from '#db/queries/queue/next.ts';
import { awaitedVisits, newPostings } from '#db/queries/queue/postings.ts';
import { queueRows } from '#db/queries/queue/rows.ts';
import { inQueueOrder } from '#db/queries/queue/source.ts';
import { demoOffice } from '#fixtures/demo.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';

const actor: StaffActor = {
  kind: 'staff',
  id: '00000000-0000-7000-8000-000000000001',
  name: '窓口 花子（見本）',
  role: 'supervisor',
  officeId: demoOffice.id,
};
const now = '2026-11-24T01:00:00.000Z';
const moment = { actor, today: '2026-11-24', now };

/** The tables that grow with the years; whoever scans one of them waits longer every year. */
const growing = [
  'posting',
  'change_request',
  'image',
  'account',
  'establishment',
  'visit',
  'verdict',
  'extra_check',
];

/** Postings of four offices, most of them long decided; every tenth waits, half of those for a visit. */
async function fill({ writer, dialect }: TestDatabase, postings: number): Promise<void> {
  const offices = [
    demoOffice,
    ...[1, 2, 3].map((n) => ({ ...demoOffice, id: `office-${n}`, code: `990${n}` })),
  ];
  for (const { id, code } of offices)
    await writer('office').insert({
      id,
      code,
      name: `見本所 ${code}`,
      phone: '0300009001',
      postal: '1000001',
      address: '架空県架空野市見本町1',
      prefecture: demoOffice.prefecture,
    });
  const series =
    dialect === 'postgres'
      ? 'select n from generate_series(1, ?) as numbers(n)'
      : 'with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ?) select n from numbers';
  const numbers: { n: number }[] = rowsIn(await writer.raw(series, [postings]));
  const officeOf = (n: number) => offices[n % 4]?.id ?? demoOffice.id;
  const establishments = numbers.filter(({ n }) => n % 10 === 0);
  const inserts: [string, Record<string, unknown>[]][] = [
    [
      'establishment',
      // Most of them have no posting.
      numbers.map(({ n }) => ({
        id: `e-${n}`,
        office_id: officeOf(Math.ceil(n / 10)),
        state: 'registered',
        name: `見本 ${n}`,
        name_kana: 'ミホン',
        phone: '0300009001',
        details: '{}',
        search_name: `見本${n}`,
        search_kana: `ミホン${n}`,
        version: 1,
        created_at: now,
      })),
    ],
    [
      'posting',
      numbers.map(({ n }) => {
        const group = Math.max(10, Math.ceil(n / 10) * 10);
        return {
          id: `p-${n}`,
          establishment_id: `e-${Math.min(group, establishments.length * 10)}`,
          office_id: officeOf(Math.min(group, establishments.length * 10) / 10),
          state: n % 10 > 0 ? 'invalid' : n % 20 === 0 ? 'awaiting_visit' : 'under_review',
          via: 'mypage',
          content: '{}',
          steps_done: 8,
          kinds: '[]',
          contract: 'direct',
          job_title: `職種 ${n}`,
          waiting_since: new Date(Date.parse(now) - n * 60_000).toISOString(),
          due_date: n % 20 === 0 ? `2026-12-${String((n % 28) + 1).padStart(2, '0')}` : null,
          office_demand: 0,
          version: 1,
          created_at: now,
          updated_at: now,
        };
      }),
    ],
    [
      'image',
      establishments.map(({ n }) => ({
        id: `i-${n}`,
        establishment_id: `e-${n}`,
        office_id: officeOf(n / 10),
        state: n % 500 === 0 ? 'waiting' : 'published',
        slot: 1,
        position: 1,
        purpose: 'exterior',
        format: 'png',
        bytes: 1,
        hash: String(n),
        width: 1,
        height: 1,
        uploaded_by: 'x',
        uploaded_at: now,
        reasons: '[]',
        version: 1,
      })),
    ],
  ];
  inserts.splice(1, 0, [
    'account',
    establishments.map(({ n }) => ({
      id: `a-${n}`,
      establishment_id: `e-${n}`,
      email: `saiyo-${n}@mihon.example`,
      state: 'active',
      opened_by: 'counter',
      withdrawn_on: n % 10_000 === 0 ? '2026-11-20' : null,
      version: 1,
      created_at: now,
    })),
  ]);
  inserts.push([
    'change_request',
    establishments.map(({ n }) => ({
      id: `c-${n}`,
      kind: n % 30 === 0 ? 'stop' : 'content',
      establishment_id: `e-${n}`,
      office_id: officeOf(n / 10),
      account_id: `a-${n}`,
      posting_id: `p-${n}`,
      state: n % 200 === 0 ? 'submitted' : 'accepted',
      before: '{}',
      after: '{}',
      stop_on: n % 30 === 0 ? '2026-12-01' : null,
      stop_reason: n % 30 === 0 ? '見本' : null,
      waiting_since: now,
      version: 1,
      created_at: now,
    })),
  ]);
  inserts.push([
    'staff',
    [
      {
        id: actor.id,
        login_name: 'hanako',
        name: actor.name,
        role: actor.role,
        office_id: actor.officeId,
        password_hash: 'x',
        active: 1,
        demo: 0,
      },
    ],
  ]);
  inserts.push([
    'extra_check',
    // Checks of decades, most of them settled, of postings that wait and of those that do not.
    establishments.map(({ n }) => ({
      id: `x-${n}`,
      office_id: officeOf(n / 10),
      establishment_id: `e-${n}`,
      posting_id: n % 40 === 0 ? null : `p-${n}`,
      reason: '見本',
      due_on: '2026-12-01',
      added_by: actor.id,
      added_at: now,
      settled_by: n % 200 === 0 || n % 130 === 0 ? null : actor.id,
      settled_at: n % 200 === 0 || n % 130 === 0 ? null : now,
      version: 1,
    })),
  ]);
  inserts.push([
    'review_hold',
    establishments
      .filter(({ n }) => n % 30 === 0)
      .map(({ n }) => ({
        posting_id: `p-${n}`,
        reason: '見本',
        until: n % 60 === 0 ? '2026-12-01' : '2026-11-20',
        placed_by: actor.id,
        placed_at: now,
      })),
  ]);
  await writer.transaction(async (transaction) => {
    for (const [table, rows] of inserts) await transaction.batchInsert(table, rows, 400);
  });
  await writer.raw('analyze');
}

const rowsIn = <Row>(result: unknown): Row[] =>
  Array.isArray(result) ? (result as Row[]) : (result as { rows: Row[] }).rows;

/** Runs `read` and tells how the database went about each of its statements. */
async function plansOf(database: TestDatabase, read: (knex: Knex) => Promise<unknown>): Promise<string[]> {
  const { reader, dialect } = database;
  const asked: { sql: string; bindings: unknown[] }[] = [];
  const listen = ({ sql, bindings }: { sql: string; bindings: unknown[] }) => asked.push({ sql, bindings });
  reader.on('query', listen);
  await read(reader);
  reader.off('query', listen);
  const plans: string[] = [];
  for (const { sql, bindings } of asked) {
    if (!/^\s*(select|with)/i.test(sql)) continue;
    const plain = dialect === 'postgres' ? sql.replace(/\$\d+/g, '?') : sql;
    const explain = dialect === 'postgres' ? `explain ${plain}` : `explain query plan ${plain}`;
    const rows = rowsIn<Record<string, string>>(await reader.raw(explain, bindings as string[]));
    plans.push(rows.map((row) => row.detail ?? row['QUERY PLAN']).join('\n'));
  }
  return plans;
}

/** Whether postings are due on the day that stands in their own row, as those without an added check are. */
const indexed = (dueKey: string): boolean => !dueKey.includes('extra_check');

/** Tables that a plan reads from end to end. */
const scanned = (plan: string): string[] =>
  growing.filter((table) =>
    plan
      .split('\n')
      .some((line) => new RegExp(`(^|\\s)(SCAN ${table}\\b(?! USING)|Seq Scan on ${table}\\b)`).test(line)),
  );

describeOnEveryDatabase('The queue among 50,000 postings', (open) => {
  test('reads no table from end to end, whatever tab or filter is asked for', async () => {
    const database = await open();
    await fill(database, 50_000);
    const filters: QueueFilter[] = [
      unfiltered,
      ...queueKinds.map((kind) => ({ ...unfiltered, kind })),
      { ...unfiltered, due: 'overdue' },
      { ...unfiltered, due: 'today' },
      { ...unfiltered, only: 'held' },
      { ...unfiltered, only: 'resumed' },
      { ...unfiltered, holder: 'mine' },
      { ...unfiltered, holder: 'none' },
    ];
    const first = { limit: 50 };
    for (const filter of filters) {
      const plans = await plansOf(database, async (knex) => {
        await markedRows(knex, filter, moment, first);
        await queueCounts(knex, filter, moment);
        await nextInQueue(knex, actor, now, { kind: filter.kind });
      });
      expect(plans.length).toBeGreaterThan(1);
      expect(plans.map((plan) => [scanned(plan), plan]).filter(([tables]) => tables?.length !== 0)).toEqual(
        [],
      );
    }

    // Of the hundreds that wait no more rows are read than the page holds: nothing is sorted on the way.
    for (const source of [...awaitedVisits, ...newPostings].filter(({ columns }) =>
      indexed(columns.dueKey),
    )) {
      const [plan = ''] = await plansOf(database, (knex) =>
        inQueueOrder(knex, source.waiting(knex, actor), source).limit(50).select('posting.id'),
      );
      expect(plan).toContain('posting_queue');
      expect(plan).not.toMatch(/TEMP B-TREE|Sort {2}\(/);
    }
    expect(await queueRows(database.reader, unfiltered, moment, first)).toHaveLength(50);
  }, 120_000);
});
