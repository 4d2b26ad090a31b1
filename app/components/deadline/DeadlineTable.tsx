import type { DeadlineDays } from '#app/domain/deadline.ts';
import { longDate, shortDate } from '#app/text/format.ts';
import { deadlinesText } from '#app/text/staff/deadlines.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import styles from './Deadlines.module.css';
import { aboutWords, howWords, type ShownDeadline } from './how.ts';

const text = deadlinesText;

/** The page that a date is dealt with on. */
function pageOf({ kind, id, establishmentId }: ShownDeadline): string {
  switch (kind) {
    case 'erasure':
      return paths.staff.account(establishmentId);
    case 'notice':
    case 'overdue':
      return paths.print.unregistered(establishmentId);
    case 'promise':
      return paths.staff.restriction(id);
    case 'check':
      return paths.staff.check(id);
    default:
      return paths.staff.review(id);
  }
}

/** What falls on which day, and how the day was counted. */
export function DeadlineTable({
  caption,
  rows,
  after,
}: {
  caption: string;
  rows: readonly ShownDeadline[];
  after: DeadlineDays;
}) {
  return (
    <PlainTable
      caption={caption}
      rows={rows}
      rowKey={({ kind, id, date }) => `${kind}-${id}-${date}`}
      empty={<EmptyState title={text.empty} />}
      columns={[
        {
          key: 'date',
          label: text.columns.date,
          cell: ({ date }) => (
            <time dateTime={date} title={longDate(date)} className={styles.date}>
              {shortDate(date)}
            </time>
          ),
        },
        { key: 'kind', label: text.columns.kind, cell: ({ kind }) => text.kinds[kind] },
        {
          key: 'about',
          label: text.columns.about,
          heading: true,
          cell: (row) => (
            <Link to={pageOf(row)}>
              {aboutWords(row)} <span className="numeric">{row.number}</span>
            </Link>
          ),
        },
        {
          key: 'establishment',
          label: text.columns.establishment,
          cell: ({ establishmentId, establishmentName }) => (
            <Link to={paths.staff.establishment(establishmentId)}>{establishmentName}</Link>
          ),
        },
        { key: 'how', label: text.columns.how, cell: (row) => howWords(row, after) },
      ]}
    />
  );
}
