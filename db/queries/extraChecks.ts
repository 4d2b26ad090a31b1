import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { inScope } from '../stores/scope.ts';
import { pageSize, toCount } from './page.ts';

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

export type EstablishmentCheck = FoundCheck & { establishmentId: string; establishmentName: string };

const checkColumns = { office: 'extra_check.office_id', establishment: 'extra_check.establishment_id' };

const openChecks = (knex: Knex, actor: StaffActor): Knex.QueryBuilder =>
  knex('extra_check')
    .where(inScope(scopeOf(actor), checkColumns))
    .whereNull('settled_at');

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

/** The open checks of each of these postings, by the posting's id. */
export async function checksOf(
  knex: Knex,
  actor: StaffActor,
  postingIds: readonly string[],
): Promise<Readonly<Record<string, FoundCheck[]>>> {
  const rows: Row[] = await shownChecks(knex, actor).whereIn('posting_id', [...postingIds]);
  const found = (id: string) => rows.filter((row) => row.posting_id === id).map(checkFrom);
  return Object.fromEntries(
    [...new Set(rows.map((row) => row.posting_id ?? ''))].map((id) => [id, found(id)]),
  );
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

/** How many postings of the actor's office have an open check. */
export async function checkedCount(knex: Knex, actor: StaffActor): Promise<number> {
  const counted = await openChecks(knex, actor).countDistinct('posting_id as count').first();
  return toCount(counted?.count);
}

/** The establishments with an open check of their own, due first; at most one page of them. */
export async function establishmentChecks(knex: Knex, actor: StaffActor): Promise<EstablishmentCheck[]> {
  const rows: (Row & { establishment_id: string; establishment: string })[] = await shownChecks(knex, actor)
    .join('establishment', 'establishment.id', 'extra_check.establishment_id')
    .whereNull('posting_id')
    .limit(pageSize)
    .select('establishment.name as establishment');
  return rows.map((row) => ({
    ...checkFrom(row),
    establishmentId: row.establishment_id,
    establishmentName: row.establishment,
  }));
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
