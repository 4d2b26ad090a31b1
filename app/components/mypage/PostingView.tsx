import { PostingRecord } from '#app/components/posting/PostingRecord.tsx';
import { type SheetLink, SheetLinks } from '#app/components/sheet/SheetLinks.tsx';
import { ReturnNotice, type ReturnWords } from '#app/components/steps/ReturnNotice.tsx';
import { continuePath } from '#app/components/steps/stepFields.ts';
import { VisitNotice } from '#app/components/steps/VisitNotice.tsx';
import { visitView } from '#app/components/steps/visit.ts';
import { ButtonLink, ButtonRow } from '#app/components/ui/Buttons.tsx';
import { type DefinitionRow, DefinitionTable } from '#app/components/ui/DefinitionTable.tsx';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import { StatusBadge } from '#app/components/ui/StatusBadge.tsx';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import type { Posting, RefusalGround } from '#app/domain/posting.ts';
import { canBeCopied } from '#app/domain/postingCopy.ts';
import type { EmployerSheetKind } from '#app/domain/sheet.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { refusalGroundChoices } from '#app/forms/refusalGrounds.ts';
import { longDate, longInstant } from '#app/text/format.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { whyText } from '#app/text/mypage/why.ts';
import { postingMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import styles from './Card.module.css';
import { ChangeList, type ListedChange } from './ChangeList.tsx';
import { OfficeAddress, type OfficeContact } from './OfficeAddress.tsx';
import { homeTrail } from './trails.ts';

export type PostingViewProps = {
  posting: Posting;
  establishment: Establishment;
  office: OfficeContact;
  /** Newest first. */
  returns: readonly (ReturnWords & { answered: boolean })[];
  refusal: { ground: RefusalGround; reason: string; settledAt: Instant } | null;
  visit: Verdict | null;
  visitDemandReason: string | null;
  /** What was asked for it, newest first. */
  changes: readonly ListedChange[];
};

const text = postingText.view;

const dayRow = (label: string, day: CalendarDate | null): DefinitionRow[] =>
  day === null ? [] : [{ label, value: longDate(day) }];

/** Invalid because its validity ended, and for no other reason. */
const hasExpired = ({ state, validUntil, invalidatedOn }: Posting): boolean =>
  state === 'invalid' && validUntil !== null && invalidatedOn !== null && validUntil < invalidatedOn;

/** A posting of the employer: where it stands, what the counter has said, and its whole content. */
export function PostingView(props: PostingViewProps) {
  const { posting, establishment, office, returns, refusal, visit, visitDemandReason, changes } = props;
  const { state } = posting;
  const waitsForVisit = posting.visitedOn === null && (state === 'awaiting_visit' || state === 'returned');
  const open = returns.find((one) => !one.answered);
  return (
    <>
      <PageTitle title={posting.jobTitle ?? text.untitled} trail={homeTrail} over={postingText.over}>
        <StatusBadge mark={postingMarks[state]} />
      </PageTitle>
      {open === undefined ? null : <ReturnNotice postingId={posting.id} returned={open} />}
      {refusal === null ? null : <Refused refusal={refusal} />}
      {visitDemandReason === null || state !== 'awaiting_visit' ? null : (
        <section className={styles.card} data-tone="attention">
          <h2>{text.demandTitle}</h2>
          <blockquote className={styles.quote}>{visitDemandReason}</blockquote>
        </section>
      )}
      {state === 'under_review' ? <p>{text.underReview}</p> : null}
      {hasExpired(posting) ? <p>{text.expired}</p> : null}
      {state === 'invalid' && !hasExpired(posting) ? <p>{text.stopped}</p> : null}
      <Actions posting={posting} />
      <SheetLinks sheets={sheetsFor(posting, returns)} />
      <DefinitionTable
        caption={text.summary}
        rows={[
          { label: text.state, value: <StatusBadge mark={postingMarks[state]} /> },
          ...(posting.number === null ? [] : [{ label: text.number, value: posting.number }]),
          ...dayRow(text.applied, posting.appliedOn),
          ...dayRow(text.due, waitsForVisit ? posting.dueDate : null),
          ...dayRow(text.visited, posting.visitedOn),
          ...dayRow(text.accepted, posting.acceptedOn),
          ...dayRow(text.validUntil, posting.validUntil),
          ...dayRow(text.ended, posting.invalidatedOn),
          { label: text.office, value: <OfficeAddress office={office} /> },
        ]}
      />
      {visit !== null && state === 'awaiting_visit' ? (
        <VisitNotice visit={visitView(posting, visit)} title={postingText.receipt.visitTitle} />
      ) : null}
      <ChangeList title={changesText.section} changes={changes} />
      <Answered returns={returns} />
      <section className={styles.things}>
        <h2>{text.record}</h2>
        <PostingRecord content={posting.content} establishment={establishment.details} />
      </section>
    </>
  );
}

/** What can be printed about the posting now. */
function sheetsFor(
  { id, state, acceptedOn, appliedOn }: Posting,
  returns: PostingViewProps['returns'],
): SheetLink[] {
  const kinds: EmployerSheetKind[] = [
    ...(appliedOn === null ? [] : ['application' as const]),
    ...(returns.length === 0 ? [] : ['return' as const]),
    ...(acceptedOn === null ? [] : ['acceptance' as const]),
    ...(state === 'valid' ? ['posting' as const] : []),
  ];
  return kinds.map((kind) => ({ kind, to: paths.mypage.sheet(kind, id) }));
}

/** What the employer can do with it now. */
function Actions({ posting }: Pick<PostingViewProps, 'posting'>) {
  const { id, state } = posting;
  if (state === 'draft') {
    return (
      <ButtonRow>
        <ButtonLink to={continuePath(posting)} kind="primary">
          {text.continue}
        </ButtonLink>
        <ButtonLink to={paths.mypage.postingDiscard(id)}>{postingText.step.discard}</ButtonLink>
      </ButtonRow>
    );
  }
  return (
    <ButtonRow>
      {state === 'returned' ? (
        <ButtonLink to={paths.mypage.postingConfirm(id)} kind="primary">
          {text.correct}
        </ButtonLink>
      ) : null}
      {state === 'valid' ? (
        <>
          <ButtonLink to={paths.mypage.postingChange(id)}>{changesText.contentLink}</ButtonLink>
          <ButtonLink to={paths.mypage.postingStop(id)}>{changesText.stopLink}</ButtonLink>
          <ButtonLink to={paths.mypage.postingExtension(id)}>{changesText.extensionLink}</ButtonLink>
        </>
      ) : null}
      {canBeCopied(state) ? (
        <ButtonLink to={paths.mypage.postingCopy(id)}>{postingText.copy.link}</ButtonLink>
      ) : null}
      <ButtonLink to={paths.mypage.postingReceipt(id)}>{text.receipt}</ButtonLink>
      <ButtonLink to={paths.mypage.postingWhy(id)}>{whyText.open}</ButtonLink>
    </ButtonRow>
  );
}

function Refused({ refusal }: { refusal: NonNullable<PostingViewProps['refusal']> }) {
  return (
    <section className={styles.card} data-tone="wrong">
      <h2>{text.refusedTitle}</h2>
      <p>{longInstant(refusal.settledAt)}</p>
      <h3>{text.ground}</h3>
      <p>{refusalGroundChoices.find(({ value }) => value === refusal.ground)?.label}</p>
      <h3>{text.reason}</h3>
      <blockquote className={styles.quote}>{refusal.reason}</blockquote>
      <p>{text.refusedHelp}</p>
    </section>
  );
}

/** 差戻し that have been answered, for looking back. */
function Answered({ returns }: Pick<PostingViewProps, 'returns'>) {
  const answered = returns.filter((one) => one.answered);
  if (answered.length === 0) return null;
  return (
    <section className={styles.things}>
      <h2>{text.history}</h2>
      {answered.map(({ returnedAt, message }) => (
        <article key={returnedAt} className={styles.card}>
          <p>{postingText.returned.at(longInstant(returnedAt))}</p>
          <blockquote className={styles.quote}>{message}</blockquote>
          <p>{postingText.returned.answered}</p>
        </article>
      ))}
    </section>
  );
}
