import { longDate, shortDate } from '#app/text/format.ts';
import { deadlinesText } from '#app/text/staff/deadlines.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import { howWords, type ShownDeadline } from './how.ts';

const text = deadlinesText;

const pageOf = ({ kind, id, establishmentId }: ShownDeadline): string =>
  kind === 'erasure' ? paths.staff.account(establishmentId) : paths.staff.review(id);

/** What falls on which day, and how the day was counted. */
export function DeadlineTable({
  caption,
  rows,
  erasureDays,
}: {
  caption: string;
  rows: readonly ShownDeadline[];
  erasureDays: number;
}) {
  return (
    <PlainTable
      caption={caption}
      rows={rows}
      rowKey={({ kind, id }) => `${kind}-${id}`}
      empty={<EmptyState title={text.empty} />}
      columns={[
        {
          key: 'date',
          label: text.columns.date,
          cell: ({ date }) => (
            <time dateTime={date} title={longDate(date)}>
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
              {row.kind === 'erasure' ? text.kinds.erasure : (row.jobTitle ?? text.untitled)}{' '}
              <span className="numeric">{row.number}</span>
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
        { key: 'how', label: text.columns.how, cell: (row) => howWords(row, erasureDays) },
      ]}
    />
  );
}
