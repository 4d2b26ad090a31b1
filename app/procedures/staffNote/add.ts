import { actorId } from '#app/domain/actor.ts';
import { done } from '#app/domain/refusal.ts';
import { noteLength } from '#app/domain/staffNote.ts';
import { defineProcedure } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';
import { type Subject, subjectInReach, subjectSchema } from '../staffSubject.ts';

/** メモ: written once, for the colleagues of the office. */
export const addNote = defineProcedure<Subject & { text: string }, { noteId: string }>({
  name: 'staffNote.add',
  permission: 'note.write',
  input: object({ ...subjectSchema, text: shortText(noteLength) }),
  audit: 'staffNote.added',

  async run(context, input) {
    const { actor, stores, now, newId, record } = context;
    const subject = await subjectInReach(context, input);
    const id = newId();
    const written = { text: input.text, writtenBy: actorId(actor), writtenAt: now, takenBackAt: null };
    await stores.staffNotes.insert({ id, ...subject, ...written });
    // Of its own kind: a note follows from no decision, so it stands in the way of no 取消し.
    record({
      subject: { type: 'staff_note', id },
      detail: { establishmentId: subject.establishmentId, postingId: subject.postingId },
      personal: { text: input.text },
    });
    return done({ noteId: id });
  },
});
