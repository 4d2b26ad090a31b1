import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { ErasureSubject, RowCounts } from '#app/domain/retention.ts';
import type { Dialect } from '../connection.ts';
import { fromJson } from '../rows.ts';
import { type IdGroup, withMypage } from './erasureMap.ts';

/** SQL made from a rule over the columns of `retentionFacts`, as `rules/compile` gives it. */
export type RuleSql = { sql: string; bindings: readonly (string | number | boolean)[] };

export type Erased = {
  counts: RowCounts;
  /** SHA-256 of the sorted keys of all rows, each with its table. */
  rowsHash: string;
  /** Images whose files have to follow. */
  pictures: readonly string[];
};

export type ErasureStore = {
  /**
   * Of the next `limit` MyPages of a kind after the one with id `after`, those for which the rule's SQL holds, and where
   * to go on; null at the end. '' begins.
   */
  due(
    type: ErasureSubject['type'],
    rule: RuleSql,
    today: CalendarDate,
    after: string,
    limit: number,
  ): Promise<{ found: string[]; next: string | null }>;
  /** What would be erased. */
  counts(subject: ErasureSubject): Promise<{ counts: RowCounts; pictures: number }>;
  /** Takes every row of the MyPage away, in a transaction that holds it; jobs that wait for it are cancelled. */
  erase(subject: ErasureSubject, now: Instant): Promise<Erased>;
  /** Those of the subjects that are in the database. */
  present(subjects: readonly ErasureSubject[]): Promise<ErasureSubject[]>;
  /** Receipts, sessions and asked-for keys from before a moment: gone by their own age. */
  clearAged(before: Instant): Promise<void>;
  /**
   * Outside any transaction: takes erased bytes out of the log of the database, too. False while somebody reads in it.
   */
  clearLog(): Promise<boolean>;
};

/** Ids in one statement; every database takes many more. */
const some = 500;

const inParts = <Value>(values: readonly Value[]): Value[][] =>
  Array.from({ length: Math.ceil(values.length / some) }, (_, part) =>
    values.slice(part * some, (part + 1) * some),
  );

/**
 * What the rule looks at, one row for each MyPage of an establishment, or for each account without one: `valid_postings`,
 * `later_applications`, `withdrawn_on` and `last_invalid_on`, as they stand on the day.
 */
export function retentionFacts(
  knex: Knex,
  dialect: Dialect,
  type: ErasureSubject['type'],
  today: CalendarDate,
  within: (query: Knex.QueryBuilder) => void,
): Knex.QueryBuilder {
  if (type === 'account')
    return knex('account')
      .whereNull('establishment_id')
      .where(within)
      .select(
        'id',
        'withdrawn_on',
        knex.raw('0 as valid_postings, 0 as later_applications, cast(null as text) as last_invalid_on'),
      );
  const postings = () => knex('posting').whereRaw('posting.establishment_id = establishment.id');
  const dayAfterEnd =
    dialect === 'sqlite'
      ? knex.raw("date(valid_until, '+1 day') as day")
      : knex.raw("to_char(valid_until::date + 1, 'YYYY-MM-DD') as day");
  const invalid = postings()
    .where('invalidated_on', '<=', today)
    .select('invalidated_on as day')
    .unionAll(postings().where({ state: 'valid' }).where('valid_until', '<', today).select(dayAfterEnd));
  const accounts = () => knex('account').whereRaw('account.establishment_id = establishment.id');
  const days = knex('establishment')
    .where(within)
    .whereExists(accounts())
    .select('id', {
      valid_postings: postings().where({ state: 'valid' }).where('valid_until', '>=', today).count('*'),
      // 退会 is of the MyPage: all accounts are closed together.
      withdrawn_on: accounts().select(
        knex.raw('case when count(*) = count(withdrawn_on) then max(withdrawn_on) end'),
      ),
      last_invalid_on: knex.from(invalid.as('ended')).max('day'),
    });
  return knex.from(days.as('days')).select('days.*', {
    later_applications: knex('posting')
      .whereRaw('posting.establishment_id = days.id')
      .whereRaw('applied_on > days.last_invalid_on')
      .where('applied_on', '<=', today)
      .count('*'),
  });
}

type Ids = Readonly<Record<IdGroup, readonly (string | number)[]>>;

/** The establishment and whatever was merged into it: all are records of the same one. */
export async function withMerged(knex: Knex, id: string): Promise<string[]> {
  const found = [id];
  for (let newest = found; newest.length > 0; ) {
    newest = await knex('establishment_merge').whereIn('kept_id', newest).pluck('merged_id');
    found.push(...newest);
  }
  return found;
}

/** Every id by which rows of the MyPage are found. */
async function idsOf(knex: Knex, { type, id }: ErasureSubject): Promise<Ids> {
  const establishment = type === 'establishment' ? await withMerged(knex, id) : [];
  const pluck = (table: string, column: string): Promise<string[]> =>
    knex(table).whereIn('establishment_id', establishment).orderBy(column).pluck(column);
  const account = type === 'account' ? [id] : await pluck('account', 'id');
  const posting = await pluck('posting', 'id');
  const change = await pluck('change_request', 'id');
  const image = await pluck('image', 'id');
  const referral = await pluck('referral', 'id');
  const verdict: string[] = [];
  const judged = { establishment, posting, change_request: change, image, referral };
  for (const [subjectType, ids] of Object.entries(judged))
    for (const part of inParts(ids))
      verdict.push(
        ...(await knex('verdict')
          .where({ subject_type: subjectType })
          .whereIn('subject_id', part)
          .pluck('id')),
      );
  const email = await emailsOf(knex, establishment, account);
  return {
    establishment,
    account,
    posting,
    change,
    image,
    referral,
    verdict,
    email,
    visit: await pluck('visit', 'id'),
    check: await pluck('extra_check', 'id'),
    start: await startedWith(knex, email),
    seq: await knex('audit_personal')
      .join('audit_entry', 'audit_entry.seq', 'audit_personal.seq')
      .where({ subject_type: 'account' })
      .whereIn('subject_id', account)
      .distinct('audit_personal.seq')
      .pluck('audit_personal.seq'),
  };
}

/**
 * Addresses of the accounts, also former and invited ones and those that were taken away; not those by which another
 * MyPage signs in now.
 */
async function emailsOf(
  knex: Knex,
  establishment: readonly string[],
  account: readonly string[],
): Promise<string[]> {
  const recorded: string[] = await knex('audit_personal')
    .whereIn('establishment_id', [...establishment])
    .whereIn('field', ['email', 'before'])
    .pluck('value');
  const taken = recorded
    .map((value) => fromJson<unknown>(value))
    .filter((value) => typeof value === 'string');
  const found: string[] = [
    ...(await knex('account')
      .whereIn('id', [...account])
      .pluck('email')),
    ...(await knex('former_email')
      .whereIn('account_id', [...account])
      .pluck('email')),
    ...(await knex('verification_key')
      .whereIn('account_id', [...account])
      .whereNotNull('email')
      .pluck('email')),
    ...(await knex('invitation')
      .whereIn('establishment_id', [...establishment])
      .pluck('email')),
    ...taken,
  ];
  const elsewhere = new Set<string>();
  for (const part of inParts([...new Set(found)]))
    for (const email of await knex('account')
      .whereIn('email', part)
      .whereNotIn('id', [...account])
      .pluck('email'))
      elsewhere.add(email);
  return [...new Set(found)].filter((email) => !elsewhere.has(email));
}

/** Sessions on the way through パスワード登録 that carry one of the addresses. */
async function startedWith(knex: Knex, emails: readonly string[]): Promise<string[]> {
  const rows: { id_hash: string; data: string }[] = await knex('session')
    .where({ audience: 'start' })
    .select('id_hash', 'data');
  return rows
    .filter(({ data }) => Object.values(fromJson<object>(data)).some((value) => emails.includes(value)))
    .map(({ id_hash }) => id_hash);
}

const keyOf = (table: string, row: Readonly<Record<string, unknown>>, key: readonly string[]): string =>
  [table, ...key.map((column) => row[column])].join(' ');

/** Whether a job's payload names one of the ids. */
const concerns = (payload: string, ids: ReadonlySet<unknown>): boolean =>
  Object.values(fromJson<object>(payload)).some((value) => ids.has(value));

export function erasureStore(knex: Knex, dialect: Dialect): ErasureStore {
  const cancelJobs = async (ids: Ids, now: Instant): Promise<void> => {
    const known = new Set<unknown>(Object.values(ids).flat());
    const waiting: { id: string; payload: string }[] = await knex('job')
      .whereIn('state', ['ready', 'dead'])
      .select('id', 'payload');
    const lost = waiting.filter(({ payload }) => concerns(payload, known)).map(({ id }) => id);
    for (const part of inParts(lost))
      await knex('job')
        .whereIn('id', part)
        .update({ state: 'cancelled', last_error: 'erased', finished_at: now });
  };

  return {
    due: async (type, rule, today, after, limit) => {
      const ids: string[] = await knex(type).where('id', '>', after).orderBy('id').limit(limit).pluck('id');
      const last = ids.at(-1);
      if (last === undefined) return { found: [], next: null };
      const facts = retentionFacts(knex, dialect, type, today, (query) => {
        query.where('id', '>', after).where('id', '<=', last);
      });
      const found: string[] = await knex
        .from(facts.as('facts'))
        .whereRaw(rule.sql, [...rule.bindings])
        .orderBy('id')
        .pluck('id');
      return { found, next: ids.length < limit ? null : last };
    },

    counts: async (subject) => {
      const ids = await idsOf(knex, subject);
      const counts: Record<string, number> = {};
      for (const { table, by, key = ['id'] } of withMypage) {
        const rows = new Set<string>();
        for (const [column, group] of by)
          for (const part of inParts(ids[group]))
            for (const row of await knex(table)
              .whereIn(column, part)
              .select(...key))
              rows.add(keyOf(table, row, key));
        if (rows.size > 0) counts[table] = rows.size;
      }
      return { counts, pictures: ids.image.length };
    },

    erase: async (subject, now) => {
      const ids = await idsOf(knex, subject);
      await cancelJobs(ids, now);
      // The office that registered it anew keeps its own record of the 移管, without whom it became.
      await knex('establishment_transfer')
        .whereIn('registered_as', [...ids.establishment])
        .update({ registered_as: null });
      const counts: Record<string, number> = {};
      const keys: string[] = [];
      for (const { table, by, key = ['id'], empties } of withMypage) {
        const before = keys.length;
        for (const [column, group] of by)
          for (const part of inParts(ids[group])) {
            const rows = () => knex(table).whereIn(column, part);
            const found: Record<string, unknown>[] = await rows().select(...key);
            keys.push(...found.map((row) => keyOf(table, row, key)));
            if (empties === undefined) await rows().delete();
            else await rows().update(emptied(knex, empties));
          }
        if (keys.length > before) counts[table] = keys.length - before;
      }
      return {
        counts,
        rowsHash: createHash('sha256').update(keys.toSorted().join('\n')).digest('hex'),
        pictures: ids.image.map(String),
      };
    },

    present: async (subjects) => {
      const found: ErasureSubject[] = [];
      for (const type of ['establishment', 'account'] as const) {
        const ids = subjects.filter((subject) => subject.type === type).map(({ id }) => id);
        for (const part of inParts(ids)) {
          const there: string[] = await knex(type).whereIn('id', part).pluck('id');
          found.push(...there.map((id) => ({ type, id })));
        }
      }
      return found;
    },

    clearAged: async (before) => {
      await knex('idempotency').where('created_at', '<', before).delete();
      await knex('session').where('seen_at', '<', before).delete();
      await knex('key_request').where('requested_at', '<', before).delete();
    },

    clearLog: async () => {
      if (dialect !== 'sqlite') return true;
      const [result]: { busy: number }[] = await knex.raw('PRAGMA wal_checkpoint(TRUNCATE)');
      return result?.busy === 0;
    },
  };
}

const emptied = (knex: Knex, empties: Readonly<Record<string, null | ''>>) =>
  Object.fromEntries(
    Object.entries(empties).map(([column, value]) => [
      column,
      value === null ? null : knex.raw('case when ?? is null then null else ? end', [column, value]),
    ]),
  );
