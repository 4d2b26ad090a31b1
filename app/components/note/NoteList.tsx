import { shortInstant } from '#app/text/format.ts';
import { noteText } from '#app/text/staff/reviewDesk.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import styles from './Notes.module.css';

export type ShownNote = {
  id: string;
  text: string;
  by: string;
  own: boolean;
  writtenAt: string;
  takenBackAt: string | null;
  posting: { id: string; jobTitle: string | null } | null;
};

export type ShownNotes = { notes: readonly ShownNote[]; total: number; standing: number };

/** メモ, newest first; one that was taken back is struck out and still read. */
export function NoteList({
  notes: { notes, total },
  writes,
  linked = false,
}: {
  notes: ShownNotes;
  /** Whether the reader may take their own back. */
  writes: boolean;
  /** Notes on postings lead there. */
  linked?: boolean;
}) {
  if (notes.length === 0) return <p>{noteText.none}</p>;
  return (
    <>
      <ol className={styles.notes}>
        {notes.map((note) => (
          <li key={note.id}>
            <p className={styles.head}>
              <time dateTime={note.writtenAt} className="numeric">
                {shortInstant(note.writtenAt)}
              </time>
              <span>{note.by}</span>
              <About note={note} linked={linked} />
              {writes && note.own && note.takenBackAt === null ? (
                <Link to={paths.staff.note(note.id)}>{noteText.takeBack}</Link>
              ) : null}
            </p>
            <NoteWords note={note} />
          </li>
        ))}
      </ol>
      {total > notes.length ? <p>{noteText.more(notes.length, total)}</p> : null}
    </>
  );
}

function About({ note: { posting }, linked }: { note: ShownNote; linked: boolean }) {
  const word = posting === null ? noteText.aboutEstablishment : noteText.aboutPosting;
  return (
    <span className={styles.about}>
      {linked && posting !== null ? (
        <Link to={paths.staff.review(posting.id)}>{posting.jobTitle ?? word}</Link>
      ) : (
        word
      )}
    </span>
  );
}

/** The words of a note; once taken back they are struck out, which is also said. */
export function NoteWords({
  note: { text, takenBackAt },
}: {
  note: Pick<ShownNote, 'text' | 'takenBackAt'>;
}) {
  if (takenBackAt === null) return <p className={styles.text}>{text}</p>;
  return (
    <>
      <p className={styles.text}>
        <span className="visually-hidden">{noteText.struck}</span>
        <s>{text}</s>
      </p>
      <p>{noteText.takenBack(shortInstant(takenBackAt))}</p>
    </>
  );
}
