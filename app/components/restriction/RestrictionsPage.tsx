import type { CalendarDate } from '#app/domain/calendar.ts';
import { count, phone as phoneText, shortDate } from '#app/text/format.ts';
import { restrictionsText } from '#app/text/staff/restrictions.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { Tabs } from '../ui/Tabs.tsx';

export type RestrictionTab = keyof typeof restrictionsText.tabs;

export type RestrictionRow = {
  id: string;
  establishmentId: string;
  name: string;
  phone: string;
  begunOn: CalendarDate;
  releasedOn: CalendarDate | null;
  promisedOn: CalendarDate | null;
  overdue: number;
};

export type RestrictionsPageProps = {
  tab: RestrictionTab;
  list: { rows: readonly RestrictionRow[]; total: number; page: number; pages: number; open: number };
};

const text = restrictionsText;
const tabs = ['open', 'released'] as const satisfies readonly RestrictionTab[];

/** 利用制限 of the office: in force, and lifted. */
export function RestrictionsPage({ tab, list }: RestrictionsPageProps) {
  const href = (state: RestrictionTab, page?: number) =>
    paths.staff.restrictions({
      ...(state === 'open' ? {} : { state }),
      ...(page === undefined || page === 1 ? {} : { page }),
    });
  return (
    <>
      <PageTitle title={text.title} />
      <Tabs
        label={text.tabsLabel}
        tabs={tabs.map((one) => ({
          key: one,
          to: href(one),
          label: text.tabs[one],
          count: one === 'open' ? list.open : undefined,
          current: one === tab,
        }))}
      />
      <PlainTable
        caption={text.caption}
        captionHidden
        rows={list.rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={text.empty[tab]} />}
        columns={tab === 'open' ? columns : [...columns, ...releaseColumns]}
      />
      {list.total === 0 ? null : <Pagination {...list} href={(page) => href(tab, page)} />}
    </>
  );
}

const day = (date: CalendarDate | null) =>
  date === null ? null : <time dateTime={date}>{shortDate(date)}</time>;

const columns: readonly Column<RestrictionRow>[] = [
  {
    key: 'establishment',
    label: text.columns.establishment,
    heading: true,
    cell: ({ id, name }) => <Link to={paths.staff.restriction(id)}>{name}</Link>,
  },
  { key: 'phone', label: text.columns.phone, cell: ({ phone }) => phoneText(phone) },
  { key: 'begun', label: text.columns.begun, cell: ({ begunOn }) => day(begunOn) },
  { key: 'overdue', label: text.columns.overdue, end: true, cell: ({ overdue }) => count(overdue) },
];

const releaseColumns: readonly Column<RestrictionRow>[] = [
  { key: 'released', label: text.columns.released, cell: ({ releasedOn }) => day(releasedOn) },
  { key: 'promised', label: text.columns.promised, cell: ({ promisedOn }) => day(promisedOn) },
];
