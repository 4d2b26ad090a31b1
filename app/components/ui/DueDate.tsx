import { type CalendarDate, daysBetween } from '#app/domain/calendar.ts';
import { dayOfYear, shortDate } from '#app/text/format.ts';
import { type DueCode, dueMarks, dueWords } from '#app/text/status.ts';
import styles from './DueDate.module.css';
import { StatusBadge } from './StatusBadge.tsx';

/** From this many open days on, a due date is near (ux.md §1.7). */
const SOON = 3;

/** Where a due date stands. `openDaysLeft` counts the open days after today up to and including it. */
export function dueCode(date: CalendarDate, today: CalendarDate, openDaysLeft: number): DueCode {
  if (date < today) return 'overdue';
  if (date === today) return 'today';
  return openDaysLeft <= SOON ? 'soon' : 'none';
}

export type DueDateProps = {
  date: CalendarDate;
  today: CalendarDate;
  /** `countOpenDays(today, date, calendar)` of app/domain/calendar.ts. */
  openDaysLeft: number;
  /** In a list `12/4(金)`, else `12月4日(金)`. */
  short?: boolean;
};

/** 期限: the day, what is left of it, and a badge when it is near, today or over. */
export function DueDate({ date, today, openDaysLeft, short = false }: DueDateProps) {
  const code = dueCode(date, today, openDaysLeft);
  return (
    <span className={styles.due}>
      <time dateTime={date} className="numeric">
        {short ? shortDate(date) : dayOfYear(date)}
      </time>
      {code === 'none' ? <span className={styles.left}>{dueWords.left(openDaysLeft)}</span> : null}
      {code === 'soon' ? <StatusBadge mark={dueMarks.soon(openDaysLeft)} /> : null}
      {code === 'today' ? <StatusBadge mark={dueMarks.today()} /> : null}
      {code === 'overdue' ? <StatusBadge mark={dueMarks.overdue(daysBetween(date, today))} /> : null}
    </span>
  );
}
