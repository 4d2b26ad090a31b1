import type { Verdict } from '#app/domain/verdict.ts';
import { verdictText } from '#app/text/common.ts';
import { longDate } from '#app/text/format.ts';
import { reviewText } from '#app/text/staff/review.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import styles from './ContentChecks.module.css';
import { recordAnchor } from './PostingRecord.tsx';

/** How many checks found an error, something to confirm, or nothing. */
export function checkCounts(verdict: Verdict, rules: number) {
  const errors = verdict.reasons.filter((reason) => reason.severity === 'error').length;
  const warnings = verdict.reasons.length - errors;
  return { errors, warnings, passed: Math.max(0, rules - verdict.reasons.length) };
}

/** 内容の検査: × △ ○ in figures, then each finding with a link to the field it is about. */
export function ContentChecks({ verdict, rules, note }: { verdict: Verdict; rules: number; note: string }) {
  const { errors, warnings, passed } = checkCounts(verdict, rules);
  return (
    <section className={styles.checks} aria-label={reviewText.checksTitle}>
      <h2>{reviewText.checksTitle}</h2>
      <p className={styles.summary}>
        <span aria-hidden="true">{reviewText.checksSummary(errors, warnings, passed)}</span>
        <span className="visually-hidden">{reviewText.checksSpoken(errors, warnings, passed)}</span>
      </p>
      {verdict.reasons.length === 0 ? (
        <p>{reviewText.allClear}</p>
      ) : (
        <ul className={styles.findings}>
          {verdict.reasons.map(({ rule, title, message, source, severity = 'warning', fields = [] }) => (
            <li key={rule} data-severity={severity}>
              <p className={styles.title}>
                {reviewText.checkMarks[severity]} {reviewText.checkWords[severity]}：
                {fields[0] === undefined ? title : <a href={recordAnchor(fields[0])}>{title}</a>}
              </p>
              <p>{message}</p>
              <p>
                <Link to={paths.staff.ruleVersionRule(verdict.ruleSet, verdict.version, rule)}>
                  {reviewText.toRule(rule)}
                </Link>
              </p>
              <details>
                <summary>{verdictText.source}</summary>
                <blockquote>
                  「{source.quote}」<br />— {source.document}
                </blockquote>
              </details>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.note}>
        {note} {verdictText.judgedOn(longDate(verdict.asOf))} {verdictText.version(verdict.version)}
      </p>
    </section>
  );
}
