import type { CalendarDate } from '#app/domain/calendar.ts';
import { type DeadlineDays, type DeadlineKind, deadlineKinds } from '#app/domain/deadline.ts';
import type { OfficeDay } from '#app/domain/officeDay.ts';
import { dayOfYear, eraYear } from '#app/text/format.ts';
import { deadlinesText } from '#app/text/staff/deadlines.ts';
import { keyTable } from '#app/text/staff/keys.ts';
import { paths } from '#app/web/paths.ts';
import { Link, useNavigate } from '#app/web/remix.ts';
import { MonthGrid } from '../calendar/MonthGrid.tsx';
import { markOfDay, nameOfDay } from '../calendar/marks.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { commandsOf } from '../ui/keys/commandsOf.ts';
import { useCommands } from '../ui/keys/useCommands.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import styles from './Deadlines.module.css';
import { DeadlineTable } from './DeadlineTable.tsx';
import type { ShownDeadline } from './how.ts';
import { type AskedDeadlines, monthBeside } from './month.ts';

export type DeadlinesPageProps = {
  asked: AskedDeadlines;
  today: CalendarDate;
  counts: readonly { date: CalendarDate; kind: DeadlineKind; count: number }[];
  list: { rows: readonly ShownDeadline[]; total: number; page: number; pages: number };
  /** Why the law closes every office, day by day, and what this office does instead. */
  closings: Readonly<Record<CalendarDate, string>>;
  own: readonly OfficeDay[];
  after: DeadlineDays;
};

const text = deadlinesText;
const keys = keyTable.deadlines.keys;

/** 期限 of a month: how many fall on each day, and the list of them. */
export function DeadlinesPage({ asked, today, counts, list, closings, own, after }: DeadlinesPageProps) {
  const { month, kind, day } = asked;
  const navigate = useNavigate();
  const href = (changes: { month?: string; kind?: string | null; day?: string | null; page?: number }) =>
    paths.staff.deadlines({
      month: changes.month ?? month,
      kind: changes.kind === undefined ? kind : changes.kind,
      day: changes.day === undefined ? day : changes.day,
      page: changes.page === 1 ? null : changes.page,
    });
  const to = {
    previous: href({ month: monthBeside(month, -1), day: null }),
    next: href({ month: monthBeside(month, 1), day: null }),
    today: paths.staff.deadlines({ kind }),
  };
  useCommands(
    commandsOf('deadlines', {
      today: () => void navigate(to.today),
      previous: () => void navigate(to.previous),
      next: () => void navigate(to.next),
    }),
  );
  const title = text.month(Number(month.slice(0, 4)), Number(month.slice(5)), eraYear(`${month}-01`));
  return (
    <>
      <PageTitle title={text.title} />
      <Tabs
        label={text.kindsLabel}
        tabs={[null, ...deadlineKinds].map((one) => ({
          key: one ?? 'all',
          to: href({ kind: one, day: null }),
          label: one === null ? text.all : text.kinds[one],
          current: one === kind,
        }))}
      />
      <nav aria-label={text.months} className={styles.months}>
        <ButtonLink to={to.previous} shortcut={keys.previous[0]}>
          {text.previous}
        </ButtonLink>
        <h2>{title}</h2>
        <ButtonLink to={to.next} shortcut={keys.next[0]}>
          {text.next}
        </ButtonLink>
        <ButtonLink to={to.today} kind="quiet" shortcut={keys.today[0]}>
          {text.thisMonth}
        </ButtonLink>
      </nav>
      <MonthGrid
        month={month}
        caption={text.grid}
        captionHidden
        today={today}
        markOf={(date) => markOfDay(date, closings, own)}
        nameOf={(date) => nameOfDay(date, closings, own)}
      >
        {(date) => (
          <Events
            counts={counts.filter((one) => one.date === date)}
            to={(one) => href({ kind: one, day: date })}
          />
        )}
      </MonthGrid>
      <DeadlineTable
        caption={day === null ? text.list : text.listOf(dayOfYear(day))}
        rows={list.rows}
        after={after}
      />
      {list.total === 0 ? null : <Pagination {...list} href={(page) => href({ page })} />}
      <ButtonRow>
        {day === null ? null : <ButtonLink to={href({ day: null })}>{text.wholeMonth}</ButtonLink>}
        <ButtonLink to={paths.print.deadlines({ month, kind })} kind="quiet">
          {text.sheet}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

function Events({
  counts,
  to,
}: {
  counts: DeadlinesPageProps['counts'];
  to: (kind: DeadlineKind) => string;
}) {
  if (counts.length === 0) return null;
  return (
    <ul className={styles.events}>
      {deadlineKinds.flatMap((kind) =>
        counts
          .filter((one) => one.kind === kind)
          .map(({ count }) => (
            <li key={kind}>
              <Link to={to(kind)} data-kind={kind}>
                {text.dayCount(kind, count)}
              </Link>
            </li>
          )),
      )}
    </ul>
  );
}
