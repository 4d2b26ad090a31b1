import type { Establishment } from '#app/domain/establishment.ts';
import type { Posting } from '#app/domain/posting.ts';
import { decisionText, reviewText } from '#app/text/staff/review.ts';
import { postingMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import styles from './Review.module.css';

export type DecisionAboutProps = {
  posting: Pick<Posting, 'id' | 'jobTitle' | 'state'>;
  establishment: Pick<Establishment, 'name'>;
};

/** Which posting a decision is about. */
export function DecisionAbout({ posting, establishment }: DecisionAboutProps) {
  return (
    <section className={styles.about}>
      <h2>{decisionText.aboutTitle}</h2>
      <p>
        <Link to={paths.staff.review(posting.id)}>{posting.jobTitle ?? reviewText.untitled}</Link>
        {'　'}
        {establishment.name}
        {'　'}
        <StatusBadge mark={postingMarks[posting.state]} />
      </p>
    </section>
  );
}

/** What follows from a decision, before it is made. */
export function WhatHappens({ lines }: { lines: readonly string[] }) {
  return (
    <section>
      <h2>{decisionText.happensTitle}</h2>
      <ul className={styles.happens}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
