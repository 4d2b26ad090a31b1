import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { StaffRole } from '#app/domain/actor.ts';
import { frozenClock } from '#app/domain/clock.ts';
import { createSecrets } from '#app/secrets.server.ts';
import { fillWithVolume } from '#db/seeds/volume/index.ts';
import { createStores } from '#db/stores/index.ts';
import { demoStaff } from '#fixtures/demo.ts';
import { loadCatalogue } from '#rules/catalogue.ts';
import type { TestDatabase } from '#test/support/database.ts';
import { type OwnDatabase, ownDatabase } from '#test/support/ownDatabase.ts';
import { startServer } from '#test/support/server.ts';
import { signedIn } from '#test/support/session.ts';
import { secret } from '#test/support/world.ts';

const now = '2026-11-24T10:00+09:00';

/** Tables that stay small whatever happens: they grow with offices, people, rules, or are emptied every night. */
const small = [
  'office',
  'office_calendar_day',
  'staff',
  'staff_preference',
  'reason_template',
  'partner',
  'minimum_wage',
  'rule_version',
  'rule_version_cancelled',
  'rule_change',
  'back_test',
  'audit_head',
  'posting_number',
  'referral_number',
  'job_seeker_number',
  'message_number',
  // What waits, and no more.
  'review_hold',
  'review_claim',
  'review_assignment',
  'hand_over_request',
  'throttle',
  // Emptied every night, or a few rows a day.
  'session',
  'idempotency',
  'key_request',
  'sweep_run',
  'audit_anchor',
  // What waits for its day, and what an office or a training has set.
  'erasure_mark',
  'retention_setting',
  'training',
  // There in the demo only.
  'outbox_mail',
];

type Statement = { sql: string; bindings: unknown[] };

/** The address without its ids, numbers and values: screens of one kind look alike. */
const shapeOf = (address: string): string => {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  const place = pathname
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/(?<=\/rules\/)(?!minimum|change|back)[a-z]+\/[a-z-]+/, ':set')
    .replace(/\d{5}-\d{8}|\d{4}-\d{2}(-\d{2})?|(?<=\/)\d+/g, ':n');
  return [place, ...[...searchParams.keys()].sort()].join(' ');
};

/** Follows the links of pages, one of each kind, as far as they lead. Returns the kinds that answered. */
async function walk(origin: string, cookie: string, starts: readonly string[]): Promise<Set<string>> {
  const waiting = [...starts];
  const asked = new Set<string>();
  const answered = new Set<string>();
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const shape = shapeOf(address);
    if (asked.has(shape)) continue;
    asked.add(shape);
    const answer = await fetch(origin + address, { headers: { cookie }, redirect: 'manual' });
    const body = await answer.text();
    if (answer.status >= 500) throw new Error(`${address}: ${answer.status}`);
    if (answer.status === 200) answered.add(shape);
    for (const [, href = ''] of body.matchAll(/href="(\/(?:staff|mypage|print)[^"#]*)"/g))
      if (!href.includes('logout') && !href.endsWith('.pdf')) waiting.push(href.replaceAll('&amp;', '&'));
  }
  return answered;
}

const rowsIn = <Row>(result: unknown): Row[] =>
  Array.isArray(result) ? (result as Row[]) : (result as { rows: Row[] }).rows;

/** Reads and changes; `1 = ?` is Knex asking for one of nothing, which no database looks for. */
const isPlanned = ({ sql }: Statement): boolean =>
  /^\s*(select|with|update|delete)/i.test(sql) &&
  !sql.includes(' 1 = ') &&
  !known.some(({ statement }) => statement.test(sql));

/** What EXPLAIN says, where reading from end to end is the last resort. */
async function planOf({ reader, dialect }: TestDatabase, { sql, bindings }: Statement): Promise<string> {
  const values = bindings as string[];
  if (dialect === 'sqlite') {
    const rows = rowsIn<{ detail: string }>(await reader.raw(`explain query plan ${sql}`, values));
    return rows.map(({ detail }) => detail).join('\n');
  }
  return reader.transaction(async (transaction) => {
    await transaction.raw('set local enable_seqscan = off');
    const plain = sql.replace(/\$\d+/g, '?');
    const rows = rowsIn<{ 'QUERY PLAN': string }>(await transaction.raw(`explain ${plain}`, values));
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
}

/** Real names of the tables of a statement by the names it gives them. */
const aliases = (sql: string): ReadonlyMap<string, string> =>
  new Map(
    [...sql.matchAll(/(?:from|join) [`"]?(\w+)[`"]? as [`"]?(\w+)/g)].map(([, table = '', alias = '']) => [
      alias,
      table,
    ]),
  );

/** Indexes that hold no more than what is open or amiss: reading one of them whole is reading little. */
const indexesOfFew = ['account_without_password', 'restriction_open'];

/** What reads everything, and why it has to. */
const known: readonly { statement: RegExp; why: string }[] = [
  {
    statement: /from [`"]job_seeker[`"] where is_public = 1/,
    why: 'Words in the middle of Japanese text have no index on both databases (docs/performance.md).',
  },
  { statement: /from [`"]job[`"] group by [`"]state[`"]/, why: 'The installation counts its jobs by state.' },
  {
    statement: /from [`"]referral[`"] where state = 'referred' and [`"]referred_on[`"] < [?$]/,
    why: 'The night counts what has no result, off an index of nothing else.',
  },
  {
    statement: /^select [`"]id[`"] from [`"]erasure_certificate[`"]$/,
    why: 'The ledger of what was erased is compared as a whole when a process starts.',
  },
  {
    statement: /from [`"]establishment[`"] where [`"]state[`"] = [?$]\d* and \(exists/,
    why: 'The night looks through all offices for merged records that still hold something.',
  },
];

/** Growing tables that a plan reads from end to end, or an index of theirs. */
function scanned(plan: string, sql: string, growing: ReadonlySet<string>): string[] {
  const named = aliases(sql);
  return [...plan.matchAll(/(?:SCAN (\w+)\b(?: USING (?:COVERING )?INDEX (\w+))?|Seq Scan on (\w+))/g)]
    .filter(([, , index = '']) => !indexesOfFew.includes(index))
    .map(([, sqlite, , postgres]) => sqlite ?? postgres ?? '')
    .map((name) => named.get(name) ?? name)
    .filter((table) => growing.has(table));
}

async function growingTables({ reader, dialect }: TestDatabase): Promise<ReadonlySet<string>> {
  const tables: string[] =
    dialect === 'sqlite'
      ? await reader('sqlite_master').where({ type: 'table' }).pluck('name')
      : await reader('pg_tables').where({ schemaname: 'public' }).pluck('tablename');
  return new Set(tables.filter((table) => !small.includes(table) && !/^(schema_|sqlite_)/.test(table)));
}

const withRole = (role: StaffRole): { id: string } => {
  const member = demoStaff.find((one) => one.role === role);
  if (member === undefined) throw new Error(`The demo has no ${role}.`);
  return member;
};
const [clerk, supervisor, auditor] = [withRole('clerk'), withRole('supervisor'), withRole('auditor')];

const dialects = process.env.TEST_DATABASE_URL ? (['sqlite', 'postgres'] as const) : (['sqlite'] as const);

/** What the walk has to have seen. */
const places: readonly string[] = [
  '/staff/reviews kind sort',
  '/staff/reviews/:id kind',
  '/staff/establishments q',
  '/staff/establishments/:id',
  '/staff/audit record',
  '/staff/stats period',
  '/staff/referrals state',
  '/staff/invariants',
  '/print/reviews.pdf due kind',
  '/mypage',
  '/mypage/postings/:id',
  '/mypage/applicants/:id',
  '/mypage/messages/:id',
  '/mypage/seekers words',
];

/** Everybody walks through all that their links lead to. Returns the kinds of screens and the statements they asked. */
async function walked(database: OwnDatabase): Promise<{ answered: Set<string>; statements: Statement[] }> {
  const people = { clock: frozenClock(now), stores: createStores(database.writer, database.dialect) };
  const employer = await database
    .reader('account')
    .join('posting', 'posting.account_id', 'account.id')
    .where('posting.state', 'valid')
    .first('account.id');
  const walks = [
    ['staff', clerk.id, ['/staff', '/staff/establishments?q=見本', '/staff/seekers?q=見本']],
    ['staff', supervisor.id, ['/staff', '/staff/stats']],
    ['staff', auditor.id, ['/staff', '/staff/audit']],
    ['mypage', employer.id, ['/mypage', '/mypage/seekers?words=事務']],
  ] as const;
  const cookies = new Map<string, string>();
  for (const [audience, id] of walks) cookies.set(id, await signedIn(people, audience, id));
  const log = path.join(database.folder, 'queries.jsonl');
  const server = await startServer({
    ...database.environment,
    NOW: now,
    QUERY_LOG: log,
    NODE_OPTIONS: `--import=${path.resolve('test/support/queryLog.mjs')}`,
  });
  onTestFinished(() => server.stop());
  const answered = new Set<string>();
  for (const [, id, starts] of walks)
    for (const shape of await walk(server.origin, cookies.get(id) ?? '', starts)) answered.add(shape);
  const lines = (await readFile(log, 'utf8')).trim().split('\n');
  return { answered, statements: lines.map((line) => JSON.parse(line)) };
}

describe.each(dialects)('Every screen on %s', (dialect) => {
  test('reads no table that grows from end to end', async () => {
    const database = await ownDatabase(dialect);
    if (database === null) throw new Error('TEST_DATABASE_URL names no server that makes a database.');
    onTestFinished(() => database.remove());
    await fillWithVolume(database, {
      scale: { offices: 2, share: 0.004 },
      seed: '1',
      today: now.slice(0, 10),
      rules: await loadCatalogue('rules'),
      auditKey: createSecrets(secret).auditKey,
      passwordHash: 'x',
    });
    // What is asked for is chosen by what could be, not by how small the tables are here.
    if (dialect === 'sqlite') await database.writer.raw('drop table sqlite_stat1');
    // Nobody waits for the disk of a test.
    else await database.writer.raw('alter database ?? set synchronous_commit = off', [database.name]);

    const { answered, statements } = await walked(database);
    expect([...answered]).toEqual(expect.arrayContaining([...places]));
    expect(answered.size).toBeGreaterThan(120);
    const growing = await growingTables(database);
    const found: string[] = [];
    for (const statement of statements.filter(isPlanned)) {
      const plan = await planOf(database, statement);
      const tables = scanned(plan, statement.sql, growing);
      if (tables.length > 0) found.push(`${tables.join()}: ${statement.sql}\n${plan}`);
    }
    expect(found).toEqual([]);
  }, 600_000);
});
