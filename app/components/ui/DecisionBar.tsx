import type { ReactNode } from 'react';
import styles from './DecisionBar.module.css';

/**
 * The decisions a record allows, always in sight at the bottom: links and buttons of one row, the likeliest first.
 * A decision that needs more first says what in `note`; none is ever disabled.
 */
export function DecisionBar({
  label,
  note,
  children,
}: {
  label: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles.bar} aria-label={label} data-decision-bar="">
      <div className={styles.actions}>{children}</div>
      {note === undefined || note === null ? null : <div className={styles.note}>{note}</div>}
    </section>
  );
}
