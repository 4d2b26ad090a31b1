import { type CalendarDate, weekday } from '#app/domain/calendar.ts';
import type { Reason, Verdict } from '#app/domain/verdict.ts';
import { verdictText } from '#app/text/common.ts';
import { dayOfYear, longDate } from '#app/text/format.ts';
import { Icon } from './icons.tsx';
import styles from './VerdictPanel.module.css';

export type VerdictPanelProps = {
  verdict: Verdict;
  title: string;
  /** Who reads it: the employer is asked to come, the clerk is told whether somebody has to. */
  reader?: keyof typeof verdictText.outcome;
  /** The visit that was asked for has been made. */
  visitedOn?: CalendarDate | null;
};

/**
 * A verdict: the outcome in one sentence, the due date and how it was counted, and every reason with the words of its
 * source. The clerk and the employer see the same reasons and the same day.
 */
export function VerdictPanel({ verdict, title, reader = 'employer', visitedOn = null }: VerdictPanelProps) {
  const { outcome, reasons, dueDate, dueDateBasis, asOf, version } = verdict;
  const required = outcome === 'visit-required' && visitedOn === null;
  const sentence =
    visitedOn === null
      ? (verdictText.outcome[reader][outcome] ?? verdictText.outcomeUnknown(outcome))
      : verdictText.visited(dayOfYear(visitedOn));
  return (
    <section className={styles.panel} data-required={required} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.outcome}>
        <Icon name={required ? 'person' : 'check'} size={24} />
        <span>{sentence}</span>
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

/** A day whose weekday says why it is closed. */
const isWeekend = (date: CalendarDate): boolean => [0, 6].includes(weekday(date));

/** 「14日目の12月6日(日)は閉庁日のため、前の開庁日の12月4日(金)です。」 */
export function basisText(
  dueDate: string,
  { days, rawDate, closed }: NonNullable<Verdict['dueDateBasis']>,
): string {
  if (rawDate === dueDate) return verdictText.basisOpen(dayOfYear(rawDate), days);
  const steps = closed
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ date, reason }) =>
      isWeekend(date) ? dayOfYear(date) : verdictText.closedDay(dayOfYear(date), reason),
    );
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
