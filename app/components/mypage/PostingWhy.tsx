import type { ReactNode } from 'react';
import { RuleSource } from '#app/components/rule/RuleSource.tsx';
import { EmptyState } from '#app/components/ui/EmptyState.tsx';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { ToldReason } from '#app/domain/explanation.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { dayOfYear, longDate } from '#app/text/format.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { whyText } from '#app/text/mypage/why.ts';
import card from './Card.module.css';
import { OfficeAddress, type OfficeContact } from './OfficeAddress.tsx';
import styles from './PostingWhy.module.css';
import { postingTrail } from './trails.ts';

/** A verdict with its reasons as an employer may know them. */
export type ToldVerdict = Pick<Verdict, 'ruleSet' | 'asOf'> & {
  id: string;
  occasion: string;
  reasons: readonly ToldReason[];
};

export type PostingWhyProps = {
  posting: Pick<Posting, 'id' | 'jobTitle' | 'visitedOn' | 'dueDate'>;
  office: OfficeContact;
  verdicts: readonly ToldVerdict[];
};

/** 判定の理由: each verdict on a posting in plain words, with the words it rests on and whom to call. */
export function PostingWhy({ posting, office, verdicts }: PostingWhyProps) {
  return (
    <>
      <PageTitle title={whyText.title} trail={postingTrail(posting)} />
      <p>{whyText.lead}</p>
      {verdicts.length === 0 ? <EmptyState title={whyText.empty} /> : null}
      {verdicts.map((one) => (
        <Told key={one.id} {...one}>
          {one.ruleSet === 'eligibility/visit-required' ? <Visit {...posting} /> : null}
        </Told>
      ))}
      <section className={card.card}>
        <h2>{whyText.officeTitle}</h2>
        <p>{whyText.officeLead}</p>
        <OfficeAddress office={office} />
      </section>
    </>
  );
}

function Told({ ruleSet, asOf, occasion, reasons, children }: ToldVerdict & { children: ReactNode }) {
  const words = whyText.decided[ruleSet];
  if (words === undefined) return null;
  return (
    <section className={styles.verdict} aria-label={words.title}>
      <div>
        <h2>{words.title}</h2>
        <p className={styles.weak}>
          {whyText.judged(longDate(asOf), whyText.occasions[occasion] ?? occasion)}
        </p>
      </div>
      <p>
        <b>{reasons.length === 0 ? words.none : words.some}</b>
      </p>
      {children}
      {reasons.length === 0 ? null : (
        <>
          <h3>{whyText.reasons(reasons.length)}</h3>
          <ol className={styles.reasons}>
            {reasons.map((reason) => (
              <ReasonTold key={reason.rule} {...reason} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** The visit itself: made, or by when. */
function Visit({ visitedOn, dueDate }: { visitedOn: CalendarDate | null; dueDate: CalendarDate | null }) {
  if (visitedOn !== null) return <p>{postingText.visitMade(visitedOn)}</p>;
  return dueDate === null ? null : <p>{whyText.due(dayOfYear(dueDate))}</p>;
}

function ReasonTold({ title, message, source, otherwise }: ToldReason) {
  return (
    <li>
      <div className={styles.reason}>
        <p>
          <b>{title}</b>
        </p>
        <p>{message}</p>
        <RuleSource source={source} />
        {otherwise.length === 0 ? null : (
          <div className={styles.otherwise}>
            <p>{whyText.otherwise}</p>
            <ul>
              {otherwise.map((changes, index) => (
                <li key={changes.join()}>
                  {index === 0 ? '' : `${whyText.or}、`}
                  {changes.join(whyText.and)}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </li>
  );
}
