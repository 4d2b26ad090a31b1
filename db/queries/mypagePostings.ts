import type { Knex } from 'knex';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { type PostingState, stateGroups } from '#app/domain/posting.ts';
import { copyableStates } from '#app/domain/postingCopy.ts';
import type { DueDateBasis, Verdict } from '#app/domain/verdict.ts';
import { fromJson } from '../rows.ts';
import { inScope } from '../stores/scope.ts';
import { containing } from './like.ts';
import { stateForEmployer } from './mypageState.ts';
import { type Page, pageOf, toCount } from './page.ts';

/** One line of the lists on the home screen. */
export type MypagePostingLine = {
  id: string;
  state: PostingState;
  jobTitle: string | null;
  number: string | null;
  stepsDone: number;
  appliedOn: CalendarDate | null;
  acceptedOn: CalendarDate | null;
  validUntil: CalendarDate | null;
  invalidatedOn: CalendarDate | null;
  /** 来庁期限 while the visit is still to come, and how it came about. */
  dueDate: CalendarDate | null;
  dueDateBasis: DueDateBasis | null;
  /** The clerk's words while a 差戻し is not answered. */
  returned: { message: string; at: Instant } | null;
  updatedAt: Instant;
};

/** The lists of an employer's postings: those of the leaflet's home screen, the drafts, and what can be used again. */
export type MypageList = 'valid' | 'applied' | 'ended' | 'drafts' | 'copyable';

const statesOf: Readonly<Record<MypageList, readonly PostingState[]>> = {
  valid: stateGroups.valid,
  applied: stateGroups.applied,
  ended: stateGroups.ended,
  drafts: ['draft'],
  copyable: copyableStates,
};

/** A due date counts until the visit is made, and it is the employer's turn to come. */
const openDueDate =
  "case when visited_on is null and state in ('awaiting_visit', 'returned') then due_date end";

/** The next deadline first; of what is over, the latest. */
const orders: Readonly<Record<MypageList, (query: Knex.QueryBuilder) => Knex.QueryBuilder>> = {
  valid: (query) => query.orderBy(['valid_until', 'id']),
  applied: (query) =>
    query.orderByRaw(
      `case when ${openDueDate} is not null then 0 when state = 'returned' then 1 else 2 end, ${openDueDate}, updated_at desc, id`,
    ),
  ended: (query) => query.orderBy([{ column: 'updated_at', order: 'desc' }, { column: 'id' }]),
  drafts: (query) => query.orderBy([{ column: 'updated_at', order: 'desc' }, { column: 'id' }]),
  copyable: (query) => query.orderBy([{ column: 'applied_on', order: 'desc' }, { column: 'id' }]),
};

/** One page of one list; `search` is part of a job title or of a number, null for all. */
export async function mypagePostings(
  knex: Knex,
  actor: EmployerActor,
  list: MypageList,
  { search = null, page = 1 }: { search?: string | null; page?: number } = {},
): Promise<Page<MypagePostingLine>> {
  const found = await pageOf<Row>(
    matching(knex, actor, list, search),
    orders[list](matching(knex, actor, list, search)).select(...columns),
    page,
  );
  return { ...found, rows: await linesOf(knex, found.rows) };
}

/** The first rows of a list, and how many there are in all. */
export async function firstPostings(
  knex: Knex,
  actor: EmployerActor,
  list: MypageList,
  most: number,
): Promise<{ rows: readonly MypagePostingLine[]; total: number }> {
  const [counted] = await matching(knex, actor, list, null).count('* as total');
  const rows: Row[] = await orders[list](matching(knex, actor, list, null))
    .select(...columns)
    .limit(most);
  return { rows: await linesOf(knex, rows), total: toCount(counted?.total) };
}

function matching(
  knex: Knex,
  actor: EmployerActor,
  list: MypageList,
  search: string | null,
): Knex.QueryBuilder {
  const query = knex('posting')
    .where(inScope(scopeOf(actor)))
    .whereIn('state', [...statesOf[list]]);
  if (search !== null)
    query.where((any) => {
      any
        .whereRaw("job_title like ? escape '\\'", [containing(search)])
        .orWhereRaw("number like ? escape '\\'", [containing(search)]);
    });
  return query;
}

const columns = [
  'id',
  'state',
  'job_title',
  'number',
  'steps_done',
  'applied_on',
  'accepted_on',
  'valid_until',
  'invalidated_on',
  'due_date',
  'visited_on',
  'updated_at',
] as const;

type Row = {
  id: string;
  state: PostingState;
  job_title: string | null;
  number: string | null;
  steps_done: number;
  applied_on: string | null;
  accepted_on: string | null;
  valid_until: string | null;
  invalidated_on: string | null;
  due_date: string | null;
  visited_on: string | null;
  updated_at: string;
};

async function basisByPosting(knex: Knex, ids: readonly string[]): Promise<Map<string, DueDateBasis>> {
  const rows = await knex('verdict')
    .where({ subject_type: 'posting', rule_set: 'eligibility/visit-required' })
    .whereIn('subject_id', [...ids])
    .whereNotNull('due_date')
    .orderBy(['decided_at', 'id'])
    .select('subject_id', 'verdict');
  return new Map(
    rows.flatMap((row): [string, DueDateBasis][] => {
      const { dueDateBasis } = fromJson<Verdict>(row.verdict);
      return dueDateBasis === undefined ? [] : [[row.subject_id, dueDateBasis]];
    }),
  );
}

async function openReturns(
  knex: Knex,
  ids: readonly string[],
): Promise<Map<string, NonNullable<MypagePostingLine['returned']>>> {
  const rows = await knex('posting_return')
    .whereIn('posting_id', [...ids])
    .whereNull('answered_at')
    .whereNull('withdrawn_at')
    .orderBy(['returned_at', 'id'])
    .select('posting_id', 'message', 'returned_at');
  return new Map(rows.map((row) => [row.posting_id, { message: row.message, at: row.returned_at }]));
}

/** A due date already told stays while a posting is returned for correction. */
const waitsForVisit = (row: { state: PostingState; visited_on: string | null }): boolean =>
  row.visited_on === null && (row.state === 'awaiting_visit' || row.state === 'returned');

async function linesOf(knex: Knex, rows: readonly Row[]): Promise<MypagePostingLine[]> {
  const idsIn = (state: PostingState): string[] =>
    rows.filter((row) => row.state === state).map((row) => row.id);
  const bases = await basisByPosting(knex, idsIn('awaiting_visit'));
  const returns = await openReturns(knex, idsIn('returned'));
  return rows.map((row) => ({
    id: row.id,
    state: stateForEmployer(row.state),
    jobTitle: row.job_title,
    number: row.number,
    stepsDone: row.steps_done,
    appliedOn: row.applied_on,
    acceptedOn: row.accepted_on,
    validUntil: row.valid_until,
    invalidatedOn: row.invalidated_on,
    dueDate: waitsForVisit(row) ? row.due_date : null,
    dueDateBasis: bases.get(row.id) ?? null,
    returned: returns.get(row.id) ?? null,
    updatedAt: row.updated_at,
  }));
}
