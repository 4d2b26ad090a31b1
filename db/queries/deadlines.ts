import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import { businessDate } from '#app/domain/clock.ts';
import type { DeadlineDays, DeadlineKind } from '#app/domain/deadline.ts';
import { stateGroups } from '#app/domain/posting.ts';
import type { DueDateBasis, Verdict } from '#app/domain/verdict.ts';
import { fromJson } from '../rows.ts';
import { type Page, pageOf, toCount } from './page.ts';

/** Days from `from` to `to`, both included and about a month; `kind` null asks for every kind. */
export type DeadlineFilter = {
  from: CalendarDate;
  to: CalendarDate;
  kind: DeadlineKind | null;
  after: DeadlineDays;
};

export type Deadline = {
  kind: DeadlineKind;
  date: CalendarDate;
  /** The posting; for 消去 the account, for a restriction's promise the restriction, where no posting is meant the establishment. */
  id: string;
  /** The day it is counted from, or on which somebody named it; null where a verdict says it. */
  since: CalendarDate | null;
  jobTitle: string | null;
  number: string | null;
  establishmentId: string;
  establishmentName: string;
  /** Why somebody named the day, in their words. */
  reason: string | null;
  /** How many 選考結果 are missing; 1 for other kinds. */
  count: number;
  /** How a 来庁期限 was counted; null for other kinds. */
  basis: DueDateBasis | null;
};

type Row = Omit<Deadline, 'basis'>;

/** Days beside those that follow them `after` days later: both databases join, neither adds days to text. */
function daysLater(
  knex: Knex,
  { from, to }: Pick<DeadlineFilter, 'from' | 'to'>,
  after: number,
): Knex.QueryBuilder {
  const days: Knex.QueryBuilder[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    days.push(
      knex.select(
        knex.raw('cast(? as text) as begun', [addDays(day, -after)]),
        knex.raw('cast(? as text) as ended', [day]),
      ),
    );
  const [first = knex.select(knex.raw('null as begun, null as ended')), ...others] = days;
  return first.unionAll(others);
}

type Columns = {
  date: string;
  id: string;
  since: string | null;
  jobTitle?: string;
  number?: string;
  reason?: string;
  count?: Knex.Raw;
};

/** Each kind as rows of the same columns, looked up by an index on its own day. */
function kindsOf(knex: Knex, actor: StaffActor, filter: DeadlineFilter) {
  const { from, to, after } = filter;
  const as = (kind: DeadlineKind, columns: Columns) => [
    knex.raw('cast(? as text) as kind', [kind]),
    ...(['date', 'id', 'since', 'jobTitle', 'number', 'reason'] as const).map((name) => {
      const column = columns[name];
      return typeof column === 'string'
        ? knex.raw('?? as ??', [column, name])
        : knex.raw('cast(null as text) as ??', [name]);
    }),
    knex.raw('? as count', [columns.count ?? knex.raw('1')]),
    'establishment.id as establishmentId',
    'establishment.name as establishmentName',
  ];
  const named = { jobTitle: 'posting.job_title', number: 'posting.number' };
  const postings = () =>
    knex('posting')
      .join('establishment', 'establishment.id', 'posting.establishment_id')
      .where('posting.office_id', actor.officeId);
  /** 選考結果 that are missing so many days after the referral, for each employer and day. */
  const missing = (kind: 'notice' | 'overdue') =>
    knex('referral')
      .join('establishment', 'establishment.id', 'referral.establishment_id')
      .join(daysLater(knex, filter, after[kind]).as('day'), 'day.begun', 'referral.referred_on')
      .where({ 'referral.office_id': actor.officeId, 'referral.state': 'referred' })
      .whereBetween('referral.referred_on', [addDays(from, -after[kind]), addDays(to, -after[kind])])
      .groupBy('day.ended', 'day.begun', 'establishment.id', 'establishment.name')
      .select(
        as(kind, {
          date: 'day.ended',
          id: 'establishment.id',
          since: 'day.begun',
          count: knex.raw('cast(count(*) as integer)'),
        }),
      );
  return {
    visit: () =>
      postings()
        .whereIn('posting.state', [...stateGroups.awaited])
        .whereNull('posting.visited_on')
        .whereBetween('posting.due_date', [from, to])
        .select(as('visit', { ...named, date: 'posting.due_date', id: 'posting.id', since: null })),
    hold: () =>
      postings()
        .join('review_hold', 'review_hold.posting_id', 'posting.id')
        .whereBetween('review_hold.until', [from, to])
        .select(
          as('hold', {
            ...named,
            date: 'review_hold.until',
            id: 'posting.id',
            since: 'review_hold.placed_at',
            reason: 'review_hold.reason',
          }),
        ),
    check: () =>
      knex('extra_check')
        .join('establishment', 'establishment.id', 'extra_check.establishment_id')
        .leftJoin('posting', 'posting.id', 'extra_check.posting_id')
        .where('extra_check.office_id', actor.officeId)
        .whereNull('extra_check.settled_at')
        .whereBetween('extra_check.due_on', [from, to])
        .select(
          as('check', {
            ...named,
            date: 'extra_check.due_on',
            id: 'extra_check.id',
            since: 'extra_check.added_at',
            reason: 'extra_check.reason',
          }),
        ),
    notice: () => missing('notice'),
    overdue: () => missing('overdue'),
    promise: () =>
      knex('restriction')
        .join('establishment', 'establishment.id', 'restriction.establishment_id')
        .where('restriction.office_id', actor.officeId)
        .whereBetween('restriction.promised_on', [from, to])
        .select(
          as('promise', {
            date: 'restriction.promised_on',
            id: 'restriction.id',
            since: 'restriction.released_on',
            reason: 'restriction.release_reason',
          }),
        ),
    stop: () =>
      postings()
        .join('change_request', 'change_request.posting_id', 'posting.id')
        .where({
          'posting.state': 'valid',
          'change_request.kind': 'stop',
          'change_request.state': 'accepted',
        })
        .where('change_request.office_id', actor.officeId)
        .whereBetween('change_request.stop_on', [from, to])
        .select(as('stop', { ...named, date: 'change_request.stop_on', id: 'posting.id', since: null })),
    validity: () =>
      postings()
        .where('posting.state', 'valid')
        .whereBetween('posting.valid_until', [from, to])
        .select(
          as('validity', {
            ...named,
            date: 'posting.valid_until',
            id: 'posting.id',
            since: 'posting.accepted_on',
          }),
        ),
    erasure: () =>
      knex('account')
        .join('establishment', 'establishment.id', 'account.establishment_id')
        .join(daysLater(knex, filter, after.erasure).as('day'), 'day.begun', 'account.withdrawn_on')
        .where('establishment.office_id', actor.officeId)
        .whereBetween('account.withdrawn_on', [addDays(from, -after.erasure), addDays(to, -after.erasure)])
        .select(
          as('erasure', {
            date: 'day.ended',
            id: 'account.id',
            since: 'account.withdrawn_on',
            number: 'establishment.number',
          }),
        ),
  } satisfies Record<DeadlineKind, () => Knex.QueryBuilder>;
}

function matching(knex: Knex, actor: StaffActor, filter: DeadlineFilter): Knex.QueryBuilder {
  const kinds = kindsOf(knex, actor, filter);
  const wanted = filter.kind === null ? Object.values(kinds) : [kinds[filter.kind]];
  const [first = kinds.visit(), ...others] = wanted.map((kind) => kind());
  return knex.from(first.unionAll(others).as('deadline'));
}

/** How many of each kind fall on each day. */
export async function deadlineCounts(
  knex: Knex,
  actor: StaffActor,
  filter: DeadlineFilter,
): Promise<{ date: CalendarDate; kind: DeadlineKind; count: number }[]> {
  const rows: { date: CalendarDate; kind: DeadlineKind; count: unknown }[] = await matching(
    knex,
    actor,
    filter,
  )
    .groupBy('date', 'kind')
    .select('date', 'kind')
    .count('* as count');
  return rows.map((row) => ({ ...row, count: toCount(row.count) }));
}

const inOrder = ['date', 'kind', 'id'];

/** 期限 of the actor's office, the earliest first, with how each was counted. */
export async function deadlines(
  knex: Knex,
  actor: StaffActor,
  filter: DeadlineFilter,
  page: number,
): Promise<Page<Deadline>> {
  const list = matching(knex, actor, filter).select('*').orderBy(inOrder);
  const found = await pageOf<Row>(matching(knex, actor, filter), list, page);
  return { ...found, rows: await withBasis(knex, found.rows) };
}

/** Rows of one sheet at most: some forty pages of paper. */
export const sheetLimit = 1_000;

/** The same on one sheet. */
export const deadlineSheet = async (
  knex: Knex,
  actor: StaffActor,
  filter: DeadlineFilter,
  limit = sheetLimit,
): Promise<Deadline[]> =>
  withBasis(knex, await matching(knex, actor, filter).select('*').orderBy(inOrder).limit(limit));

async function withBasis(knex: Knex, rows: readonly Row[]): Promise<Deadline[]> {
  const visits = rows.filter(({ kind }) => kind === 'visit');
  const verdicts: { id: string; date: string; verdict: string }[] =
    visits.length === 0
      ? []
      : await knex('verdict')
          .where({ subject_type: 'posting', rule_set: 'eligibility/visit-required' })
          .whereIn(
            'subject_id',
            visits.map(({ id }) => id),
          )
          .whereNotNull('due_date')
          .orderBy(['decided_at', 'id'])
          .select('subject_id as id', 'due_date as date', 'verdict');
  const basisOf = new Map(
    verdicts.map(({ id, date, verdict }) => [
      `${id} ${date}`,
      fromJson<Verdict>(verdict).dueDateBasis ?? null,
    ]),
  );
  return rows.map((row) => ({
    ...row,
    since: row.since?.includes('T') ? businessDate(new Date(row.since)) : row.since,
    count: toCount(row.count),
    basis: basisOf.get(`${row.id} ${row.date}`) ?? null,
  }));
}
