import type { ReactNode } from 'react';
import { type CalendarDate, weeksOf } from '#app/domain/calendar.ts';
import { calendarText } from '#app/text/calendar.ts';
import styles from './MonthGrid.module.css';
import type { DayMark } from './marks.ts';

export type MonthGridProps = {
  /** `YYYY-MM` */
  month: string;
  caption: string;
  captionHidden?: boolean;
  today: CalendarDate;
  markOf: (date: CalendarDate) => DayMark;
  /** Why the day is closed, or what the office does on it; said to everybody, shown where there is room. */
  nameOf: (date: CalendarDate) => string | null;
  /** What happens on the day. */
  children?: (date: CalendarDate) => ReactNode;
};

/** A month as a table, Sunday first. With `children` its cells have room for what happens. */
export function MonthGrid({
  month,
  caption,
  captionHidden,
  today,
  markOf,
  nameOf,
  children,
}: MonthGridProps) {
  return (
    <table className={styles.grid} data-large={children !== undefined}>
      <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {calendarText.weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((date, at) =>
              date === null ? (
                // Days of the neighbouring months have no name of their own.
                <td key={`${month}-none-${calendarText.weekdays[at]}`} />
              ) : (
                <Day key={date} date={date} isToday={date === today} mark={markOf(date)} name={nameOf(date)}>
                  {children?.(date)}
                </Day>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({
  date,
  isToday,
  mark,
  name,
  children,
}: {
  date: CalendarDate;
  isToday: boolean;
  mark: DayMark;
  name: string | null;
  children: ReactNode;
}) {
  return (
    <td data-mark={mark ?? undefined} data-today={isToday || undefined}>
      <time dateTime={date} className={styles.day} aria-current={isToday ? 'date' : undefined}>
        {Number(date.slice(8))}
        {mark === null ? null : <span className="visually-hidden"> {calendarText.marks[mark]}</span>}
      </time>
      {name === null ? null : <span className={styles.name}>{name}</span>}
      {children}
    </td>
  );
}
