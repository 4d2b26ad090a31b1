import type { RuleSource as Source } from '#app/domain/verdict.ts';
import { rulesText } from '#app/text/staff/rules.ts';
import styles from './Rules.module.css';

/** The words a rule rests on, where they stand, and our reading where they leave room. */
export function RuleSource({ source: { document, quote, interpretation } }: { source: Source }) {
  return (
    <blockquote className={styles.source}>
      <p>「{quote}」</p>
      <p className={styles.weak}>— {document}</p>
      {interpretation === undefined ? null : (
        <p className={styles.weak}>
          {rulesText.interpretation}：{interpretation}
        </p>
      )}
    </blockquote>
  );
}
