import type { ReactNode } from 'react';
import styles from './Steps.module.css';

/** Instructions to follow in order, numbered as in the leaflet: ①②③. */
export function Steps({
  items,
  from = 1,
}: {
  items: readonly { title: string; body?: ReactNode }[];
  from?: number;
}) {
  return (
    <ol className={styles.steps} start={from}>
      {items.map(({ title, body }, index) => (
        <li key={title}>
          <span className={styles.number} aria-hidden="true">
            {String.fromCodePoint(0x2460 + from + index - 1)}
          </span>
          <div>
            <p className={styles.title}>{title}</p>
            {body}
          </div>
        </li>
      ))}
    </ol>
  );
}
