import type { ReactNode } from 'react';
import type { Instant } from '#app/domain/clock.ts';
import { shortInstant } from '#app/text/format.ts';
import styles from './Timeline.module.css';

export type TimelineItem = { id: string; at: Instant; what: ReactNode; who?: string; note?: ReactNode };

/** What happened to a record: when, what, by whom. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className={styles.timeline}>
      {items.map(({ id, at, what, who, note }) => (
        <li key={id}>
          <p className={styles.head}>
            <time dateTime={at} className="numeric">
              {shortInstant(at)}
            </time>
            <span className={styles.what}>{what}</span>
            {who === undefined ? null : <span className={styles.who}>{who}</span>}
          </p>
          {note === undefined || note === null ? null : <div className={styles.note}>{note}</div>}
        </li>
      ))}
    </ol>
  );
}
