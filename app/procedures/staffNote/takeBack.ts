import { actorId } from '#app/domain/actor.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';

/** A note is taken back by its writer: it stays, struck out. */
export const takeBackNote = defineProcedure<{ noteId: string }, null>({
  name: 'staffNote.takeBack',
  permission: 'note.write',
  input: object({ noteId: recordId }),
  audit: 'staffNote.takenBack',

  async run({ actor, scope, stores, now, record }, { noteId }) {
    const note = notFoundUnless(await stores.staffNotes.find(scope, noteId));
    if (!(await stores.staffNotes.takeBack(note.id, actorId(actor), now))) return refuse('note-not-yours');
    record({ subject: { type: 'staff_note', id: note.id } });
    return done(null);
  },
});
