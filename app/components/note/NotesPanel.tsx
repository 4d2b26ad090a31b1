import { keyTable } from '#app/text/staff/keys.ts';
import { reviewText } from '#app/text/staff/review.ts';
import { checkText, noteText } from '#app/text/staff/reviewDesk.ts';
import { paths } from '#app/web/paths.ts';
import { useNavigate } from '#app/web/remix.ts';
import { RecordTimeline, type TimelineEntry } from '../review/RecordTimeline.tsx';
import styles from '../review/Review.module.css';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { commandsOf } from '../ui/keys/commandsOf.ts';
import { useCommands } from '../ui/keys/useCommands.ts';
import { NoteList, type ShownNotes } from './NoteList.tsx';

/** メモ・経過 beside a posting: what colleagues wrote about it and its establishment, and what happened to it. */
export function NotesPanel({
  postingId,
  notes,
  timeline,
  writes,
}: {
  postingId: string;
  notes: ShownNotes;
  timeline: readonly TimelineEntry[];
  /** What the reader may add beside it. */
  writes: { note: boolean; check: boolean };
}) {
  const navigate = useNavigate();
  const note = paths.staff.reviewNote(postingId);
  useCommands(commandsOf('review', { note: writes.note ? () => void navigate(note) : undefined }));
  return (
    <section className={styles.panel} id="notes">
      <h2>{noteText.panel(notes.standing + timeline.length)}</h2>
      <h3>{noteText.notes(notes.standing)}</h3>
      <NoteList notes={notes} writes={writes.note} />
      <ButtonRow>
        {writes.note ? (
          <ButtonLink to={note} shortcut={keyTable.review.keys.note[0]}>
            {noteText.add}
          </ButtonLink>
        ) : null}
        {writes.check ? (
          <ButtonLink to={paths.staff.reviewCheck(postingId)}>{checkText.add}</ButtonLink>
        ) : null}
      </ButtonRow>
      <h3>{noteText.timeline(timeline.length)}</h3>
      <RecordTimeline entries={timeline} empty={reviewText.never} />
    </section>
  );
}
