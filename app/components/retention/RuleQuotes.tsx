import { retentionText as text } from '#app/text/staff/retention.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import styles from './Retention.module.css';

/** What the leaflet says, and how it is read. */
export type RuleQuote = { quote: string; interpretation: string | null };

/** The words of the leaflet that the rule follows. */
export function RuleQuotes({ quotes }: { quotes: readonly RuleQuote[] }) {
  return (
    <details className={styles.counts}>
      <summary>{text.source}</summary>
      {quotes.map(({ quote, interpretation }) => (
        <blockquote key={quote} className={styles.source}>
          <p>「{quote}」</p>
          {interpretation === null ? null : <p>{interpretation}</p>}
        </blockquote>
      ))}
      <p>
        <Link to={paths.staff.ruleSet('retention/account')}>{text.toRule}</Link>
      </p>
    </details>
  );
}
