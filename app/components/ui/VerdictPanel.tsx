import type { Reason, Verdict } from '#app/domain/verdict.ts';
import { verdictText } from '#app/text/common.ts';
import { dayOfYear, longDate, monthDay } from '#app/text/format.ts';
import { Icon } from './icons.tsx';
import styles from './VerdictPanel.module.css';

/**
 * A verdict for the person it is about: the outcome in one sentence, the due date and how it was counted, and every
 * reason with the words of its source. The clerk and the employer see the same panel.
 */
export function VerdictPanel({ verdict, title }: { verdict: Verdict; title: string }) {
  const { outcome, reasons, dueDate, dueDateBasis, asOf, version } = verdict;
  const required = outcome === 'visit-required';
  return (
    <section className={styles.panel} data-required={required} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.outcome}>
        <Icon name={required ? 'person' : 'check'} size={24} />
        <span>{verdictText.outcome[outcome] ?? verdictText.outcomeUnknown(outcome)}</span>
      </p>
      {dueDate === undefined ? null : (
        <div className={styles.due}>
          <p>
            {verdictText.dueDate}
            <time dateTime={dueDate} className={styles.day}>
              {longDate(dueDate)}
            </time>
          </p>
          {dueDateBasis === undefined ? null : <p>{basisText(dueDate, dueDateBasis)}</p>}
        </div>
      )}
      {reasons.length === 0 ? null : (
        <>
          <h3>{verdictText.reasons(reasons.length)}</h3>
          <ol className={styles.reasons}>
            {reasons.map((reason) => (
              <ReasonItem key={reason.rule} reason={reason} />
            ))}
          </ol>
        </>
      )}
      <p className={styles.judged}>
        {verdictText.judgedOn(longDate(asOf))} {verdictText.version(version)}
      </p>
    </section>
  );
}

/** 「14日目の12月6日(日)は閉庁日のため、前の開庁日の12月4日(金)です。」 */
function basisText(dueDate: string, { days, rawDate, closed }: NonNullable<Verdict['dueDateBasis']>): string {
  if (rawDate === dueDate) return verdictText.basisOpen(dayOfYear(rawDate), days);
  const steps = closed.map(({ date, reason }) => verdictText.closedDay(monthDay(date), reason));
  return `${verdictText.basisClosed(dayOfYear(rawDate), days, dayOfYear(dueDate))}${verdictText.closedDays(steps)}`;
}

function ReasonItem({ reason: { title, message, source } }: { reason: Reason }) {
  return (
    <li>
      <p className={styles.reason}>{title}</p>
      <p>{message}</p>
      <details>
        <summary>{verdictText.source}</summary>
        <blockquote>
          <p>「{source.quote}」</p>
          <p className={styles.cite}>— {source.document}</p>
        </blockquote>
        {source.interpretation === undefined ? null : (
          <p className={styles.interpretation}>
            {verdictText.interpretation}：{source.interpretation}
          </p>
        )}
      </details>
    </li>
  );
}
