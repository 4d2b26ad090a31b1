import type { Knex } from 'knex';
import type { Instant } from '#app/domain/clock.ts';
import type { Scope } from '#app/domain/permissions.ts';
import type { StaffNote } from '#app/domain/staffNote.ts';
import { inScope } from './scope.ts';

export type StaffNoteStore = {
  find(scope: Scope, id: string): Promise<StaffNote | undefined>;
  insert(note: StaffNote): Promise<void>;
  /** Strikes the writer's own note; false where it is not theirs or was taken back before. */
  takeBack(id: string, writerId: string, at: Instant): Promise<boolean>;
};

export function staffNoteStore(knex: Knex): StaffNoteStore {
  return {
    find: async (scope, id) => {
      const row = await knex('staff_note').where({ id }).where(inScope(scope)).first();
      return (
        row && {
          id: row.id,
          officeId: row.office_id,
          establishmentId: row.establishment_id,
          postingId: row.posting_id,
          text: row.text,
          writtenBy: row.written_by,
          writtenAt: row.written_at,
          takenBackAt: row.taken_back_at,
        }
      );
    },
    insert: async (note) => {
      await knex('staff_note').insert({
        id: note.id,
        office_id: note.officeId,
        establishment_id: note.establishmentId,
        posting_id: note.postingId,
        text: note.text,
        written_by: note.writtenBy,
        written_at: note.writtenAt,
        taken_back_at: note.takenBackAt,
      });
    },
    takeBack: async (id, writerId, at) =>
      (await knex('staff_note')
        .where({ id, written_by: writerId })
        .whereNull('taken_back_at')
        .update({ taken_back_at: at })) === 1,
  };
}
