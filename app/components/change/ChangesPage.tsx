import type { CalendarDate } from '#app/domain/calendar.ts';
import type { ChangeKind, ChangeState } from '#app/domain/changeRequest.ts';
import type { Instant } from '#app/domain/clock.ts';
import { changeKindWords } from '#app/text/changes.ts';
import { shortDate, shortInstant } from '#app/text/format.ts';
import { changesText } from '#app/text/staff/changes.ts';
import { changeMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import filters from '../review/QueueFilters.module.css';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';

export type ChangeTab = keyof typeof changesText.tabs;

export type ChangeRow = {
  id: string;
  kind: ChangeKind;
  state: ChangeState;
  stopOn: CalendarDate | null;
  waitingSince: Instant | null;
  jobTitle: string | null;
  number: string | null;
  establishmentId: string;
  establishmentName: string;
};

export type ChangesPageProps = {
  tab: ChangeTab;
  queue: {
    rows: readonly ChangeRow[];
    total: number;
    page: number;
    pages: number;
    counts: Readonly<Record<ChangeTab, number>>;
  };
};

const tabs = ['submitted', 'returned', 'ended'] as const satisfies readonly ChangeTab[];

/** 変更の申込み of the office, by where they stand. */
export function ChangesPage({ tab, queue }: ChangesPageProps) {
  const href = (state: ChangeTab, page?: number) =>
    paths.staff.changes({
      ...(state === 'submitted' ? {} : { state }),
      ...(page === undefined || page === 1 ? {} : { page }),
    });
  return (
    <>
      <PageTitle title={changesText.title} />
      <nav aria-label={changesText.tabsLabel}>
        <ul className={filters.tabs}>
          {tabs.map((one) => (
            <li key={one}>
              <Link to={href(one)} aria-current={one === tab ? 'page' : undefined}>
                {changesText.tabs[one]} <b className="numeric">{queue.counts[one]}</b>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <PlainTable
        caption={changesText.caption}
        captionHidden
        rows={queue.rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={changesText.empty(changesText.tabs[tab])} />}
        columns={columns}
      />
      {queue.total === 0 ? null : <Pagination {...queue} href={(page) => href(tab, page)} />}
    </>
  );
}

const columns: readonly Column<ChangeRow>[] = [
  {
    key: 'since',
    label: changesText.columns.since,
    cell: ({ waitingSince }) =>
      waitingSince === null ? null : <time dateTime={waitingSince}>{shortInstant(waitingSince)}</time>,
  },
  {
    key: 'kind',
    label: changesText.columns.kind,
    heading: true,
    cell: ({ id, kind }) => <Link to={paths.staff.change(id)}>{changeKindWords[kind]}</Link>,
  },
  {
    key: 'state',
    label: changesText.columns.state,
    cell: ({ state }) => <StatusBadge mark={changeMarks[state]} />,
  },
  {
    key: 'posting',
    label: changesText.columns.posting,
    cell: ({ jobTitle, number }) => (
      <span>
        {jobTitle ?? changesText.untitled} <span className="numeric">{number}</span>
      </span>
    ),
  },
  {
    key: 'establishment',
    label: changesText.columns.establishment,
    cell: ({ establishmentId, establishmentName }) => (
      <Link to={paths.staff.establishment(establishmentId)}>{establishmentName}</Link>
    ),
  },
  {
    key: 'stopOn',
    label: changesText.columns.stopOn,
    cell: ({ stopOn }) => (stopOn === null ? null : <time dateTime={stopOn}>{shortDate(stopOn)}</time>),
  },
];
