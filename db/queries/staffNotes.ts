import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { inScope } from '../stores/scope.ts';
import { pageSize, toCount } from './page.ts';

/** A メモ as a page shows it. */
export type FoundNote = {
  id: string;
  text: string;
  by: string;
  /** Whether the reader wrote it. */
  own: boolean;
  writtenAt: Instant;
  takenBackAt: Instant | null;
  /** The posting it is about; null for the establishment. */
  posting: { id: string; jobTitle: string | null } | null;
};

/** The newest of the notes, and how many there are that nobody has taken back. */
export type FoundNotes = { notes: readonly FoundNote[]; total: number; standing: number };

const noteColumns = { office: 'staff_note.office_id', establishment: 'staff_note.establishment_id' };

const shownNotes = (knex: Knex, actor: StaffActor): Knex.QueryBuilder =>
  knex('staff_note')
    .join('staff', 'staff.id', 'staff_note.written_by')
    .leftJoin('posting', 'posting.id', 'staff_note.posting_id')
    .where(inScope(scopeOf(actor), noteColumns));

const noteFrom = (actor: StaffActor, row: Record<string, string | null>): FoundNote => ({
  id: row.id ?? '',
  text: row.text ?? '',
  by: row.by ?? '',
  own: row.written_by === actor.id,
  writtenAt: row.written_at ?? '',
  takenBackAt: row.taken_back_at ?? null,
  posting: row.posting_id == null ? null : { id: row.posting_id, jobTitle: row.job_title ?? null },
});

const columns = ['staff_note.*', 'staff.name as by', 'posting.job_title as job_title'] as const;

/**
 * メモ, newest first: of a posting and of its establishment, or of an establishment and all of its postings. At most
 * one page.
 */
export async function notesAbout(
  knex: Knex,
  actor: StaffActor,
  { establishmentId, postingId }: { establishmentId: string; postingId: string | null },
): Promise<FoundNotes> {
  const about = () => {
    const query = shownNotes(knex, actor).where('staff_note.establishment_id', establishmentId);
    if (postingId === null) return query;
    return query.where((one) => {
      one.whereNull('staff_note.posting_id').orWhere('staff_note.posting_id', postingId);
    });
  };
  const counted = await about().count({ total: '*', taken: 'staff_note.taken_back_at' }).first();
  const rows = await about()
    .orderBy([
      { column: 'staff_note.written_at', order: 'desc' },
      { column: 'staff_note.id', order: 'desc' },
    ])
    .limit(pageSize)
    .select(...columns);
  const total = toCount(counted?.total);
  return {
    notes: rows.map((row: Record<string, string | null>) => noteFrom(actor, row)),
    total,
    standing: total - toCount(counted?.taken),
  };
}

export type NoteRecord = FoundNote & { establishment: { id: string; name: string } };

/** One note; null outside the actor's reach. */
export async function staffNote(knex: Knex, actor: StaffActor, id: string): Promise<NoteRecord | null> {
  const row = await shownNotes(knex, actor)
    .join('establishment', 'establishment.id', 'staff_note.establishment_id')
    .where('staff_note.id', id)
    .first(...columns, 'establishment.name as establishment');
  return row === undefined
    ? null
    : { ...noteFrom(actor, row), establishment: { id: row.establishment_id, name: row.establishment } };
}
