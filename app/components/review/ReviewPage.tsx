import type { CalendarDate } from '#app/domain/calendar.ts';
import type { DraftedAct } from '#app/domain/decisionDraft.ts';
import type { SheetKind } from '#app/domain/sheet.ts';
import { reviewText } from '#app/text/staff/review.ts';
import { postingMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { AddedChecks, type ShownCheck } from '../check/AddedChecks.tsx';
import { refusalSentence } from '../mypage/refusal.ts';
import type { ShownNotes } from '../note/NoteList.tsx';
import { NotesPanel } from '../note/NotesPanel.tsx';
import { PostingRecord, type RecordNote } from '../posting/PostingRecord.tsx';
import { type SheetLink, SheetLinks } from '../sheet/SheetLinks.tsx';
import { DueDate } from '../ui/DueDate.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import type { ReviewSituation } from './acts.ts';
import { DraftLink } from './Draft.tsx';
import type { FormAnswer } from './formAnswer.ts';
import type { ShownHandOver } from './HandOver.tsx';
import { HoldPanel, type ShownHold } from './HoldPanel.tsx';
import styles from './Review.module.css';
import { ReviewActions } from './ReviewActions.tsx';
import { ReviewHolder, type ReviewHolderProps } from './ReviewHolder.tsx';
import { type Checks, type Review, ReviewSide, visitedText } from './ReviewSide.tsx';

export type ReviewDesk = {
  hold: ShownHold | null;
  handOver: ShownHandOver | null;
  checks: readonly ShownCheck[];
  notes: ShownNotes;
  drafts: readonly { act: DraftedAct; savedAt: string }[];
};

export type ReviewPageProps = {
  review: Review;
  checks: Checks | null;
  situation: ReviewSituation;
  today: CalendarDate;
  /** Open days left to the due date. */
  openDays: Readonly<Record<CalendarDate, number>>;
  /** Where the next item that waits is decided, or null. */
  next: string | null;
  /** Who reviews it, while it waits for the counter. */
  waits: boolean;
  holder: ReviewHolderProps['holder'];
  claimKey: ReviewHolderProps['idempotencyKey'];
  /** What stands around the posting: 保留, 引継ぎの依頼, 追加した確認, メモ, the reader's own drafts. */
  desk: ReviewDesk;
  /** Whether the reader may write there. */
  writes: { hold: boolean; note: boolean; check: boolean };
  /** What the buttons of the claim answered when they could not. */
  answer?: FormAnswer | undefined;
};

/** 審査の1件: the posting in its eight steps, beside it what the clerk needs to know, below the possible acts. */
export function ReviewPage(props: ReviewPageProps) {
  const { review, checks, situation, today, openDays, next, waits, holder, claimKey, desk, writes, answer } =
    props;
  const { posting, establishment } = review;
  return (
    <>
      <PageTitle
        title={posting.jobTitle ?? reviewText.untitled}
        trail={[{ to: paths.staff.reviews(), label: reviewText.trail }]}
        over={reviewText.over(posting.via)}
        hasErrors={answer !== undefined}
      >
        <Link to={paths.staff.establishment(establishment.id)}>{establishment.name}</Link>{' '}
        <StatusBadge mark={postingMarks[posting.state]} />{' '}
        {posting.number === null ? null : (
          <span className="numeric">
            {reviewText.number} {posting.number}
          </span>
        )}{' '}
        <Visit posting={posting} today={today} openDays={openDays} />
      </PageTitle>
      <ErrorSummary messages={[]} refusal={refusalSentence(answer)} />
      <SheetLinks sheets={sheetsFor(review)} />
      {waits ? (
        <ReviewHolder posting={posting} holder={holder} idempotencyKey={claimKey} handOver={desk.handOver} />
      ) : null}
      {desk.hold === null ? null : (
        <HoldPanel hold={desk.hold} idempotencyKey={writes.hold ? claimKey : null} />
      )}
      {desk.drafts.map((draft) => (
        <DraftLink key={draft.act} postingId={posting.id} {...draft} />
      ))}
      <div className={styles.panes}>
        <section aria-label={reviewText.recordTitle}>
          <PostingRecord
            content={posting.content}
            establishment={establishment.details}
            notes={checks === null ? undefined : notesOf(checks)}
          />
        </section>
        <section aria-label={reviewText.sideTitle}>
          <ReviewSide
            review={review}
            checks={checks}
            added={
              <AddedChecks checks={desk.checks} today={today} openDays={openDays} settles={writes.check} />
            }
            notes={
              <NotesPanel
                postingId={posting.id}
                notes={desk.notes}
                timeline={review.timeline}
                writes={writes}
              />
            }
          />
        </section>
      </div>
      <ReviewActions id={posting.id} situation={situation} next={next} />
    </>
  );
}

/** What can be printed about the posting now, the likeliest first. */
function sheetsFor({ posting, returns }: Review): SheetLink[] {
  const { id, state, visitedOn, acceptedOn } = posting;
  const returned = returns.some(({ withdrawnAt }) => withdrawnAt === null);
  const kinds: SheetKind[] = [
    ...(state === 'returned' && returned ? ['return' as const] : []),
    ...(acceptedOn === null ? [] : ['acceptance' as const]),
    ...(state === 'valid' ? ['posting' as const] : []),
    ...(visitedOn === null ? [] : ['visit' as const]),
    ...(state !== 'returned' && returned ? ['return' as const] : []),
    ...(posting.via === 'mypage' ? ['application' as const] : []),
  ];
  return kinds.map((kind) => ({ kind, to: paths.print.sheet(kind, id) }));
}

/** The visit that was made, or the due date of the one to come. */
function Visit({
  posting: { visitedOn, dueDate },
  today,
  openDays,
}: Pick<ReviewPageProps, 'today' | 'openDays'> & { posting: Review['posting'] }) {
  if (visitedOn !== null) return <span>{visitedText(visitedOn)}</span>;
  if (dueDate === null) return null;
  return (
    <span>
      {reviewText.due} <DueDate date={dueDate} today={today} openDaysLeft={openDays[dueDate] ?? 0} />
    </span>
  );
}

/** What the checks say, at the first field each finding is about. */
const notesOf = ({ verdict }: Checks): RecordNote[] =>
  verdict.reasons.flatMap(({ fields = [], severity = 'warning', title }) =>
    fields[0] === undefined ? [] : [{ field: fields[0], severity, text: title }],
  );
