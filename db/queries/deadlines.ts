import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import type { DeadlineKind } from '#app/domain/deadline.ts';
import { stateGroups } from '#app/domain/posting.ts';
import type { DueDateBasis, Verdict } from '#app/domain/verdict.ts';
import { fromJson } from '../rows.ts';
import { type Page, pageOf, toCount } from './page.ts';

/** Days from `from` to `to`, both included and about a month; `kind` null asks for every kind. */
export type DeadlineFilter = {
  from: CalendarDate;
  to: CalendarDate;
  kind: DeadlineKind | null;
  /** Days from a withdrawal to the day of 消去 (rules/retention/account.json). */
  erasedAfter: number;
};

export type Deadline = {
  kind: DeadlineKind;
  date: CalendarDate;
  /** The posting, or for 消去 the account. */
  id: string;
  /** The day it is counted from: 受理, 退会; null where a verdict says it, or the employer named the day. */
  since: CalendarDate | null;
  jobTitle: string | null;
  number: string | null;
  establishmentId: string;
  establishmentName: string;
  /** How a 来庁期限 was counted; null for other kinds. */
  basis: DueDateBasis | null;
};

type Row = Omit<Deadline, 'basis'>;

/** The days of 消去 beside the days of withdrawal they follow: both databases join, neither adds days to text. */
function erasureDays(knex: Knex, { from, to, erasedAfter }: DeadlineFilter): Knex.QueryBuilder {
  const days: Knex.QueryBuilder[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    days.push(
      knex.select(
        knex.raw('cast(? as text) as withdrawn', [addDays(day, -erasedAfter)]),
        knex.raw('cast(? as text) as erased', [day]),
      ),
    );
  const [first = knex.select(knex.raw('null as withdrawn, null as erased')), ...others] = days;
  return first.unionAll(others);
}

/** Each kind as rows of the same columns, looked up by an index on its own day. */
function kindsOf(knex: Knex, actor: StaffActor, filter: DeadlineFilter) {
  const { from, to, erasedAfter } = filter;
  const ofPostings = (kind: DeadlineKind, day: string) =>
    knex('posting')
      .join('establishment', 'establishment.id', 'posting.establishment_id')
      .where('posting.office_id', actor.officeId)
      .select(
        knex.raw('cast(? as text) as kind', [kind]),
        `${day} as date`,
        'posting.id as id',
        'posting.accepted_on as since',
        'posting.job_title as jobTitle',
        'posting.number as number',
        'establishment.id as establishmentId',
        'establishment.name as establishmentName',
      );
  return {
    visit: () =>
      ofPostings('visit', 'posting.due_date')
        .whereIn('posting.state', [...stateGroups.awaited])
        .whereNull('posting.visited_on')
        .whereBetween('posting.due_date', [from, to]),
    stop: () =>
      ofPostings('stop', 'change_request.stop_on')
        .join('change_request', 'change_request.posting_id', 'posting.id')
        .where({
          'posting.state': 'valid',
          'change_request.kind': 'stop',
          'change_request.state': 'accepted',
        })
        .where('change_request.office_id', actor.officeId)
        .whereBetween('change_request.stop_on', [from, to]),
    validity: () =>
      ofPostings('validity', 'posting.valid_until')
        .where('posting.state', 'valid')
        .whereBetween('posting.valid_until', [from, to]),
    erasure: () =>
      knex('account')
        .join('establishment', 'establishment.id', 'account.establishment_id')
        .join(erasureDays(knex, filter).as('day'), 'day.withdrawn', 'account.withdrawn_on')
        .where('establishment.office_id', actor.officeId)
        .whereBetween('account.withdrawn_on', [addDays(from, -erasedAfter), addDays(to, -erasedAfter)])
        .select(
          knex.raw('cast(? as text) as kind', ['erasure']),
          'day.erased as date',
          'account.id as id',
          'account.withdrawn_on as since',
          knex.raw('cast(null as text) as "jobTitle"'),
          'establishment.number as number',
          'establishment.id as establishmentId',
          'establishment.name as establishmentName',
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

/** The same on one sheet, up to `limit` of them. */
export const deadlineSheet = async (
  knex: Knex,
  actor: StaffActor,
  filter: DeadlineFilter,
  limit: number,
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
  return rows.map((row) => ({ ...row, basis: basisOf.get(`${row.id} ${row.date}`) ?? null }));
}
