import type { CalendarDate } from '#app/domain/calendar.ts';
import type { ChangeKind, ChangeState } from '#app/domain/changeRequest.ts';
import type { Instant } from '#app/domain/clock.ts';
import { changeKindWords } from '#app/text/changes.ts';
import { shortDate, shortInstant } from '#app/text/format.ts';
import { changesText } from '#app/text/staff/changes.ts';
import { doneText as text } from '#app/text/staff/queue.ts';
import { reviewText } from '#app/text/staff/review.ts';
import { changeMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { Tabs } from '../ui/Tabs.tsx';

export type DoneTab = keyof typeof text.tabs;

export type DoneRow = {
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

export type DonePageProps = {
  tab: DoneTab;
  done: {
    rows: readonly DoneRow[];
    total: number;
    page: number;
    pages: number;
    counts: Readonly<Record<DoneTab, number>>;
  };
};

const tabs = ['ended', 'returned'] as const satisfies readonly DoneTab[];

/** 処理済み: change requests that have left the queue. */
export function DonePage({ tab, done }: DonePageProps) {
  const href = (state: DoneTab, page?: number) =>
    paths.staff.reviewsDone({
      ...(state === 'ended' ? {} : { state }),
      ...(page === undefined || page === 1 ? {} : { page }),
    });
  return (
    <>
      <PageTitle title={text.title} trail={[{ to: paths.staff.reviews(), label: reviewText.trail }]} />
      <Tabs
        label={text.tabsLabel}
        tabs={tabs.map((one) => ({
          key: one,
          to: href(one),
          label: text.tabs[one],
          count: done.counts[one],
          current: one === tab,
        }))}
      />
      <PlainTable
        caption={text.title}
        captionHidden
        rows={done.rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={text.empty(text.tabs[tab])} />}
        columns={columns}
      />
      {done.total === 0 ? null : <Pagination {...done} href={(page) => href(tab, page)} />}
    </>
  );
}

const columns: readonly Column<DoneRow>[] = [
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
    cell: ({ kind, jobTitle, number }) =>
      kind === 'establishment' ? null : (
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
