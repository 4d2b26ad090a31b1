import type { StaffRole } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { OfficeDay } from '#app/domain/officeDay.ts';
import { eraYear, longDate, shortDate } from '#app/text/format.ts';
import { officeText } from '#app/text/staff/office.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { MonthGrid } from '../calendar/MonthGrid.tsx';
import { markOfDay, nameOfDay } from '../calendar/marks.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import styles from './CalendarPage.module.css';
import { OfficeTabs } from './OfficeTabs.tsx';

export type CalendarPageProps = {
  year: number;
  today: CalendarDate;
  viewer: StaffRole;
  /** The office's own days of the year. */
  own: readonly OfficeDay[];
  /** Why the law closes every office, day by day. */
  closings: Readonly<Record<CalendarDate, string>>;
  /** The years whose holidays are known. */
  years: { first: number; last: number };
  edits: boolean;
};

const text = officeText.calendar;

const marks = ['closed', 'own', 'open', 'placement', 'today'] as const;

/** 開庁日・閉庁日, a year at a time: what the law closes, and what the office closes or opens itself. */
export function CalendarPage({ year, today, viewer, own, closings, years, edits }: CalendarPageProps) {
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  return (
    <>
      <PageTitle title={text.title} />
      <OfficeTabs now="calendar" viewer={viewer} />
      <p>{text.lead}</p>
      <nav aria-label={text.years} className={styles.years}>
        {year > years.first ? (
          <Link to={paths.staff.officeCalendar({ year: year - 1 })}>{text.previous}</Link>
        ) : null}
        <h2>{text.year(year, eraYear(`${year}-12-31`))}</h2>
        {year < years.last ? (
          <Link to={paths.staff.officeCalendar({ year: year + 1 })}>{text.next}</Link>
        ) : null}
      </nav>
      <ul className={styles.legend} aria-label={text.legend}>
        {marks.map((mark) => (
          <li key={mark}>
            <i data-mark={mark} aria-hidden="true" />
            {text.marks[mark]}
          </li>
        ))}
      </ul>

      <h2>{text.ownTitle}</h2>
      <PlainTable
        caption={text.ownTitle}
        captionHidden
        rows={own}
        rowKey={({ date }) => date}
        empty={<EmptyState title={text.ownEmpty} />}
        columns={edits ? [...facts, acts(today)] : facts}
      />
      {edits ? (
        <ButtonRow>
          <ButtonLink to={paths.staff.officeDay()} kind="primary">
            {text.set}
          </ButtonLink>
        </ButtonRow>
      ) : (
        <p>{text.supervisorOnly}</p>
      )}

      <div className={styles.months}>
        {months.map((month) => (
          <section key={month}>
            <MonthGrid
              month={month}
              caption={`${Number(month.slice(5))}月`}
              today={today}
              markOf={(date) => markOfDay(date, closings, own)}
              nameOf={() => null}
            />
            <MonthNames month={month} closings={closings} />
          </section>
        ))}
      </div>
    </>
  );
}

/** The holidays of a month by name; the days of the year's end follow on each other and are one line. */
function MonthNames({ month, closings }: Pick<CalendarPageProps, 'closings'> & { month: string }) {
  const days = Object.entries(closings).filter(
    ([date]) => date.startsWith(month) && nameOfDay(date, closings, []) !== null,
  );
  const names = [...new Set(days.map(([, name]) => name))];
  if (names.length === 0) return null;
  return (
    <ul className={styles.names}>
      {names.map((name) => {
        const dates = days.filter(([, one]) => one === name).map(([date]) => date);
        const [first = '', last = ''] = [dates[0], dates.at(-1)];
        return (
          <li key={name}>
            {first === last ? shortDate(first) : `${shortDate(first)}～${shortDate(last)}`} {name}
          </li>
        );
      })}
    </ul>
  );
}

const facts: readonly Column<OfficeDay>[] = [
  {
    key: 'date',
    label: text.columns.date,
    heading: true,
    cell: ({ date }) => <time dateTime={date}>{longDate(date)}</time>,
  },
  { key: 'opening', label: text.columns.opening, cell: ({ opening }) => text.openings[opening] },
  { key: 'reason', label: text.columns.reason, cell: ({ reason }) => reason },
];

const acts = (today: CalendarDate): Column<OfficeDay> => ({
  key: 'act',
  label: text.columns.act,
  cell: ({ date }) =>
    date < today ? (
      text.past
    ) : (
      <Link to={paths.staff.officeDay({ date })} aria-label={text.changeOf(longDate(date))}>
        {text.change}
      </Link>
    ),
});
