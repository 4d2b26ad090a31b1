import { dayOfYear } from '#app/text/format.ts';
import { holdText } from '#app/text/staff/reviewDesk.ts';
import { actionWord, actorWords, timelineWords } from '#app/text/staff/timeline.ts';
import { Timeline } from '../ui/Timeline.tsx';

/** One line of the audit log, as db/queries/timeline.ts reads it. */
export type TimelineEntry = {
  seq: number;
  at: string;
  actorKind: 'staff' | 'employer' | 'visitor' | 'system' | 'partner';
  actorName: string | null;
  action: string;
  number: string | null;
  dueDate: string | null;
  settlement: string | null;
  until: string | null;
};

const noteOf = ({ number, dueDate, settlement, until, action }: TimelineEntry): string | null => {
  if (until !== null) return holdText.until(dayOfYear(until));
  if (action === 'posting.accepted' && number !== null) return timelineWords.number(number);
  if (settlement !== null) return timelineWords.settlement[settlement] ?? null;
  return dueDate === null || action === 'visit.registered' ? null : timelineWords.dueDate(dayOfYear(dueDate));
};

/** 経過 of a record, newest first. */
export function RecordTimeline({ entries, empty }: { entries: readonly TimelineEntry[]; empty: string }) {
  if (entries.length === 0) return <p>{empty}</p>;
  return (
    <Timeline
      items={entries.map((entry) => ({
        id: String(entry.seq),
        at: entry.at,
        what: actionWord(entry.action),
        who: entry.actorName ?? actorWords[entry.actorKind],
        note: noteOf(entry),
      }))}
    />
  );
}
