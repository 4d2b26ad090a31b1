import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { PostingState } from '#app/domain/posting.ts';
import type { ReviewHolder } from '#app/domain/reviewClaim.ts';
import { shortInstant, timeOfInstant } from '#app/text/format.ts';
import { holderText, queueText } from '#app/text/staff/review.ts';
import { outcomeWords } from '#app/text/staff/rules.ts';
import { postingMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { DueDate } from '../ui/DueDate.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import styles from './QueueTable.module.css';

export type QueueRow = {
  id: string;
  state: PostingState;
  number: string | null;
  jobTitle: string | null;
  establishmentId: string;
  establishmentName: string;
  establishmentState: 'provisional' | 'registered';
  dueDate: CalendarDate | null;
  waitingSince: Instant | null;
  reasons: readonly { rule: string; title: string }[];
  /** What a new version of a rule set says otherwise. */
  rejudged: readonly { ruleSet: string; version: string; before: string; after: string }[];
};

export type QueueTableProps = {
  rows: readonly QueueRow[];
  today: CalendarDate;
  /** Open days left to each due date. */
  openDays: Readonly<Record<CalendarDate, number>>;
  /** Who reviews which of the postings now. */
  holders: Readonly<Record<string, ReviewHolder>>;
  /** The queue without the filters in force; null where there are none. */
  unfiltered: string | null;
  /** Where the name of a sortable column leads, and how the rows are sorted by it now. */
  sortOf: (by: QueueSortKey) => NonNullable<Column<QueueRow>['sort']>;
};

/** The columns with a link in their header cell. */
export type QueueSortKey = 'due' | 'state' | 'posting' | 'establishment' | 'since';

/** The queue, due first. */
export function QueueTable({ rows, today, openDays, holders, unfiltered, sortOf }: QueueTableProps) {
  const { columns } = queueText;
  return (
    <PlainTable
      caption={queueText.caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        unfiltered === null ? (
          <EmptyState title={queueText.empty} />
        ) : (
          <EmptyState title={queueText.emptyFiltered}>
            <Link to={unfiltered}>{queueText.clear}</Link>
          </EmptyState>
        )
      }
      columns={[
        {
          key: 'due',
          label: columns.due,
          sort: sortOf('due'),
          cell: ({ dueDate }) =>
            dueDate === null ? (
              <span className={styles.none}>{queueText.noDue}</span>
            ) : (
              <DueDate date={dueDate} today={today} openDaysLeft={openDays[dueDate] ?? 0} short />
            ),
        },
        {
          key: 'state',
          label: columns.state,
          sort: sortOf('state'),
          cell: ({ state }) => <StatusBadge mark={postingMarks[state]} />,
        },
        {
          key: 'posting',
          label: columns.posting,
          sort: sortOf('posting'),
          heading: true,
          cell: ({ id, jobTitle, number }) => (
            <span>
              <Link to={paths.staff.review(id)}>{jobTitle ?? queueText.untitled}</Link>
              {number === null ? null : <span className={styles.number}>{number}</span>}
            </span>
          ),
        },
        {
          key: 'establishment',
          label: columns.establishment,
          sort: sortOf('establishment'),
          cell: ({ establishmentId, establishmentName, establishmentState }) => (
            <span>
              <Link to={paths.staff.establishment(establishmentId)}>{establishmentName}</Link>{' '}
              {establishmentState === 'provisional' ? (
                <span className={styles.chip}>{queueText.provisional}</span>
              ) : null}
            </span>
          ),
        },
        {
          key: 'reasons',
          label: columns.reasons,
          cell: ({ id, reasons, rejudged }) =>
            reasons.length + rejudged.length === 0 ? (
              <span className={styles.none}>{queueText.noReasons}</span>
            ) : (
              <ul className={styles.chips}>
                {rejudged.map(({ ruleSet, version, before, after }) => (
                  <li key={ruleSet}>
                    <Link to={paths.staff.reviewWhy(id)} className={styles.chip} data-kind="rejudged">
                      {queueText.rejudged(
                        version,
                        outcomeWords(ruleSet, before),
                        outcomeWords(ruleSet, after),
                      )}
                    </Link>
                  </li>
                ))}
                {reasons.map(({ rule, title }) => (
                  <li key={rule}>
                    <Link to={paths.staff.reviewWhy(id)} className={styles.chip}>
                      {title}
                    </Link>
                  </li>
                ))}
              </ul>
            ),
        },
        { key: 'holder', label: columns.holder, cell: ({ id }) => <HolderCell holder={holders[id]} /> },
        {
          key: 'since',
          label: columns.since,
          sort: sortOf('since'),
          cell: ({ waitingSince }) =>
            waitingSince === null ? null : <time dateTime={waitingSince}>{shortInstant(waitingSince)}</time>,
        },
      ]}
    />
  );
}

function HolderCell({ holder }: { holder: ReviewHolder | undefined }) {
  if (holder === undefined) return null;
  const time = timeOfInstant(holder.begunAt);
  return (
    <span className={styles.holder}>
      {holder.own ? holderText.you : holder.name} <time dateTime={holder.begunAt}>{time}</time>
    </span>
  );
}
