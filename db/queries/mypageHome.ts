import type { Knex } from 'knex';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { EstablishmentState } from '#app/domain/establishment.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { PostingState } from '#app/domain/posting.ts';
import type { DueDateBasis, Verdict } from '#app/domain/verdict.ts';
import { fromJson } from '../rows.ts';
import { type Office, officeStore } from '../stores/offices.ts';
import { inScope } from '../stores/scope.ts';
import { stateForEmployer } from './mypageState.ts';

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

export type MypageHome = {
  establishment: { name: string; state: EstablishmentState } | null;
  /** The office of the establishment; null before there is one. */
  office: Office | null;
  /** Newest change first. */
  postings: readonly MypagePostingLine[];
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

/** ホーム of the employer: the establishment, its office, and every posting of it. */
export async function mypageHome(knex: Knex, actor: EmployerActor): Promise<MypageHome> {
  const establishment = await knex('establishment')
    .where({ id: actor.establishmentId ?? '' })
    .first('name', 'state', 'office_id');
  const rows = await knex('posting')
    .where(inScope(scopeOf(actor)))
    .orderBy([
      { column: 'updated_at', order: 'desc' },
      { column: 'id', order: 'asc' },
    ])
    .select(
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
    );
  const idsIn = (state: PostingState): string[] =>
    rows.filter((row) => row.state === state).map((row) => row.id);
  const bases = await basisByPosting(knex, idsIn('awaiting_visit'));
  const returns = await openReturns(knex, idsIn('returned'));
  return {
    establishment: establishment ? { name: establishment.name, state: establishment.state } : null,
    office: establishment ? ((await officeStore(knex).find(establishment.office_id)) ?? null) : null,
    postings: rows.map((row) => ({
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
    })),
  };
}
