import type { LeftOut } from '#app/domain/postingCopy.ts';
import { postingFields } from '#app/forms/posting.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import styles from './Card.module.css';

const text = postingText.copy;

/** What of a past posting the form of today does not take, by name. */
export function LeftOutList({ leftOut }: { leftOut: readonly LeftOut[] }) {
  if (leftOut.length === 0) return null;
  return (
    <section className={styles.card} data-tone="attention">
      <h2>{text.leftOutTitle}</h2>
      <p>{text.leftOutLead}</p>
      <ul>
        {leftOut.map(({ field, value }) => (
          <li key={`${field} ${value}`}>{text.leftOut(postingFields.get(field)?.label ?? field, value)}</li>
        ))}
      </ul>
    </section>
  );
}
