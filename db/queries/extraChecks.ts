import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { inScope } from '../stores/scope.ts';

/** A check that staff added, as a page shows it. */
export type FoundCheck = {
  id: string;
  reason: string;
  dueOn: CalendarDate;
  by: string;
  addedAt: Instant;
  /** The establishment itself, and none of its postings. */
  ofEstablishment: boolean;
};

const checkColumns = { office: 'extra_check.office_id', establishment: 'extra_check.establishment_id' };

/** The checks within the actor's reach that nobody has settled; nothing is selected yet. */
export const openChecks = (knex: Knex, actor: StaffActor): Knex.QueryBuilder =>
  knex('extra_check')
    .where(inScope(scopeOf(actor), checkColumns))
    .whereNull('extra_check.settled_at');

const shownChecks = (knex: Knex, actor: StaffActor): Knex.QueryBuilder =>
  openChecks(knex, actor)
    .join('staff', 'staff.id', 'extra_check.added_by')
    .orderBy(['due_on', 'extra_check.id'])
    .select(
      'extra_check.id',
      'extra_check.posting_id',
      'extra_check.establishment_id',
      'reason',
      'due_on',
      'added_at',
      'staff.name as by',
    );

type Row = {
  id: string;
  posting_id: string | null;
  reason: string;
  due_on: string;
  added_at: string;
  by: string;
};

const checkFrom = (row: Row): FoundCheck => ({
  id: row.id,
  reason: row.reason,
  dueOn: row.due_on,
  by: row.by,
  addedAt: row.added_at,
  ofEstablishment: row.posting_id === null,
});

/** Ids of the postings of the actor's office with an open check, in whatever state they are. */
export const checkedPostings = (knex: Knex, actor: StaffActor): Knex.QueryBuilder =>
  openChecks(knex, actor).whereNotNull('posting_id').select('posting_id');

/** The open checks of each of these postings, and these checks themselves, by the id of the posting and of the check. */
export async function checksOf(
  knex: Knex,
  actor: StaffActor,
  { postings, checks }: { postings: readonly string[]; checks: readonly string[] },
): Promise<ReadonlyMap<string, readonly FoundCheck[]>> {
  const rows: Row[] = await shownChecks(knex, actor).where((any) => {
    any.whereIn('extra_check.posting_id', [...postings]).orWhereIn('extra_check.id', [...checks]);
  });
  const found = new Map<string, FoundCheck[]>(rows.map((row) => [row.id, [checkFrom(row)]]));
  for (const row of rows)
    if (row.posting_id !== null)
      found.set(row.posting_id, [...(found.get(row.posting_id) ?? []), checkFrom(row)]);
  return found;
}

/** The open checks of a posting and of its establishment, or of an establishment alone. */
export async function checksAbout(
  knex: Knex,
  actor: StaffActor,
  { establishmentId, postingId }: { establishmentId: string; postingId: string | null },
): Promise<FoundCheck[]> {
  const rows: Row[] = await shownChecks(knex, actor)
    .where('extra_check.establishment_id', establishmentId)
    .where((about) => {
      about.whereNull('posting_id');
      if (postingId !== null) about.orWhere('posting_id', postingId);
    });
  return rows.map(checkFrom);
}

export type CheckRecord = FoundCheck & {
  establishment: { id: string; name: string };
  posting: { id: string; jobTitle: string | null } | null;
  settled: { by: string; at: Instant; note: string | null } | null;
  version: number;
};

/** One check, open or settled; null outside the actor's reach. */
export async function extraCheck(knex: Knex, actor: StaffActor, id: string): Promise<CheckRecord | null> {
  const row = await knex('extra_check')
    .join('establishment', 'establishment.id', 'extra_check.establishment_id')
    .join('staff', 'staff.id', 'extra_check.added_by')
    .leftJoin('staff as settler', 'settler.id', 'extra_check.settled_by')
    .leftJoin('posting', 'posting.id', 'extra_check.posting_id')
    .where(inScope(scopeOf(actor), checkColumns))
    .where('extra_check.id', id)
    .first(
      'extra_check.*',
      'establishment.name as establishment',
      'staff.name as by',
      'settler.name as settler',
      'posting.job_title as job_title',
    );
  if (row === undefined) return null;
  return {
    ...checkFrom(row),
    establishment: { id: row.establishment_id, name: row.establishment },
    posting: row.posting_id === null ? null : { id: row.posting_id, jobTitle: row.job_title },
    settled: row.settled_at === null ? null : { by: row.settler, at: row.settled_at, note: row.settled_note },
    version: row.version,
  };
}
