import type { ReactNode } from 'react';
import type { Establishment } from '#app/domain/establishment.ts';
import type { Posting, RefusalGround } from '#app/domain/posting.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { refusalGroundChoices } from '#app/forms/refusalGrounds.ts';
import { returnReasons } from '#app/forms/returnReasons.ts';
import { dayOfYear, longDate, phone, shortInstant } from '#app/text/format.ts';
import { reviewText } from '#app/text/staff/review.ts';
import { whyText } from '#app/text/staff/rules.ts';
import { versionsText } from '#app/text/staff/versions.ts';
import { establishmentMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { ContentChecks } from '../posting/ContentChecks.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { VerdictPanel } from '../ui/VerdictPanel.tsx';
import type { TimelineEntry } from './RecordTimeline.tsx';
import styles from './Review.module.css';

export type Review = {
  posting: Posting;
  establishment: Establishment;
  openedBy: 'counter' | 'online' | 'none';
  visitVerdict: Verdict | null;
  returns: readonly {
    id: string;
    reasons: readonly string[];
    message: string;
    by: string;
    at: string;
    answeredAt: string | null;
    withdrawnAt: string | null;
  }[];
  refusals: readonly {
    id: string;
    ground: RefusalGround;
    reason: string;
    by: string;
    at: string;
    settlement: 'confirmed' | 'declined' | null;
  }[];
  acceptedBefore: number;
  lastVisitedOn: string | null;
  timeline: readonly TimelineEntry[];
};

/** The checks of a posting's content: as they are now, or as they were when it was decided. */
export type Checks = { verdict: Verdict; rules: number; now: boolean };

/** Beside the posting: why a visit, what the checks found, whose it is, what happened before. */
export function ReviewSide({
  review,
  checks,
  added,
  notes,
}: {
  review: Review;
  checks: Checks | null;
  /** 追加した確認, and メモ・経過. */
  added: ReactNode;
  notes: ReactNode;
}) {
  const { visitVerdict, returns, refusals } = review;
  return (
    <div className={styles.side}>
      {added}
      {visitVerdict === null ? (
        <section className={styles.panel}>
          <h2>{reviewText.visitTitle}</h2>
          <p>{reviewText.noVisitVerdict}</p>
        </section>
      ) : (
        <VerdictPanel
          verdict={visitVerdict}
          title={reviewText.visitTitle}
          reader="staff"
          visitedOn={review.posting.visitedOn}
        />
      )}
      {checks === null ? null : (
        <ContentChecks
          verdict={checks.verdict}
          rules={checks.rules}
          note={checks.now ? reviewText.checksNow : reviewText.checksStored}
        />
      )}
      <p>
        <Link to={paths.staff.reviewWhy(review.posting.id)}>{whyText.open}</Link>
      </p>
      <EstablishmentPanel review={review} />
      {returns.length === 0 ? null : <Returns returns={returns} />}
      {refusals.length === 0 ? null : <Refusals refusals={refusals} />}
      {notes}
      <p>
        <Link to={paths.staff.postingVersions(review.posting.id)}>{versionsText.open}</Link>
      </p>
    </div>
  );
}

function EstablishmentPanel({ review }: { review: Review }) {
  const { posting, establishment, openedBy, acceptedBefore, lastVisitedOn } = review;
  const facts: readonly [string, string][] = [
    [reviewText.mypage, reviewText.openedBy[openedBy]],
    [reviewText.acceptedBefore, reviewText.counts(acceptedBefore)],
    [reviewText.lastVisit, lastVisitedOn === null ? reviewText.never : longDate(lastVisitedOn)],
    [reviewText.kinds, posting.kinds.map((kind) => reviewText.kindWords[kind]).join('・')],
    [reviewText.contract, reviewText.contractWords[posting.contract]],
    [reviewText.appliedOn, posting.appliedOn === null ? '' : longDate(posting.appliedOn)],
  ];
  return (
    <section className={styles.panel}>
      <h2>{reviewText.establishmentTitle}</h2>
      <p className={styles.name}>
        <Link to={paths.staff.establishment(establishment.id)}>{establishment.name}</Link>{' '}
        <StatusBadge mark={establishmentMarks[establishment.state]} />
      </p>
      <p className="numeric">
        {establishment.number} {phone(establishment.phone)}
      </p>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const reasonWord = (code: string): string => returnReasons.find((one) => one.value === code)?.label ?? code;

function Returns({ returns }: Pick<Review, 'returns'>) {
  return (
    <section className={styles.panel}>
      <h2>{reviewText.returnsTitle}</h2>
      {returns.map(({ id, reasons, message, by, at, answeredAt, withdrawnAt }) => (
        <article key={id} className={styles.earlier}>
          <p>
            <time dateTime={at}>{shortInstant(at)}</time> {reviewText.returnedBy(by)}
          </p>
          <ul>
            {reasons.map((code) => (
              <li key={code}>{reasonWord(code)}</li>
            ))}
          </ul>
          <p className={styles.words}>{message}</p>
          <p>
            {withdrawnAt !== null
              ? reviewText.withdrawn(shortInstant(withdrawnAt))
              : answeredAt === null
                ? reviewText.notAnswered
                : reviewText.answered(shortInstant(answeredAt))}
          </p>
        </article>
      ))}
    </section>
  );
}

/** The words of a legal ground. */
export const groundWord = (ground: RefusalGround): string =>
  refusalGroundChoices.find((one) => one.value === ground)?.label ?? ground;

function Refusals({ refusals }: Pick<Review, 'refusals'>) {
  return (
    <section className={styles.panel}>
      <h2>{reviewText.refusalsTitle}</h2>
      {refusals.map(({ id, ground, reason, by, at, settlement }) => (
        <article key={id} className={styles.earlier}>
          <p>
            <time dateTime={at}>{shortInstant(at)}</time> {reviewText.proposedBy(by)}（
            {reviewText.settled[settlement ?? 'open']}）
          </p>
          <p>{groundWord(ground)}</p>
          <p className={styles.words}>{reason}</p>
        </article>
      ))}
    </section>
  );
}

/** What stands beside the title of a posting: its due date in words. */
export const visitedText = (visitedOn: string): string => reviewText.visited(dayOfYear(visitedOn));
