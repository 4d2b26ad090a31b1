import type { RowCounts } from '#app/domain/retention.ts';
import { count } from '#app/text/format.ts';
import { retentionText as text } from '#app/text/staff/retention.ts';
import styles from './Retention.module.css';

/** How many rows of each table go, folded behind their sum. */
export function RowCountList({ counts, pictures }: { counts: RowCounts; pictures: number }) {
  return (
    <details className={styles.counts}>
      <summary>
        {text.rows(counts)}
        <span className="visually-hidden"> {text.inside}</span>
      </summary>
      <ul>
        {Object.entries(counts).map(([table, rows]) => (
          <li key={table}>
            {text.table(table)} {count(rows)}
          </li>
        ))}
        {pictures === 0 ? null : (
          <li>
            {text.pictures} {count(pictures)}
          </li>
        )}
      </ul>
    </details>
  );
}
