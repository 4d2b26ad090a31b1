import type { CalendarDate } from '#app/domain/calendar.ts';
import type { ReferralAges } from '#app/domain/referral.ts';
import { count, phone as phoneText, shortDate } from '#app/text/format.ts';
import { referralsText } from '#app/text/staff/referrals.ts';
import { restrictionMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { referralTrail } from './trails.ts';

export type OverdueEmployer = {
  establishmentId: string;
  name: string;
  phone: string;
  overdue: number;
  unregistered: number;
  oldest: CalendarDate;
  restrictionId: string | null;
};

export type OverduePageProps = {
  ages: ReferralAges;
  list: { rows: readonly OverdueEmployer[]; total: number; page: number; pages: number };
};

const text = referralsText.overdue;

/** 未登録一覧 by employer: how near each is to the restriction. */
export function OverduePage({ ages, list }: OverduePageProps) {
  const { overdueWeeks, maxUnregistered } = ages;
  return (
    <>
      <PageTitle title={text.title} trail={referralTrail} />
      <p>{text.lead(overdueWeeks, maxUnregistered)}</p>
      <PlainTable
        caption={text.caption}
        captionHidden
        rows={list.rows}
        rowKey={(row) => row.establishmentId}
        empty={<EmptyState title={text.empty} />}
        columns={columnsFor(maxUnregistered)}
      />
      {list.total === 0 ? null : (
        <Pagination {...list} href={(page) => paths.staff.referralsOverdue({ page })} />
      )}
    </>
  );
}

const columnsFor = (most: number): readonly Column<OverdueEmployer>[] => [
  {
    key: 'name',
    label: text.columns.name,
    heading: true,
    cell: ({ establishmentId, name }) => <Link to={paths.staff.establishment(establishmentId)}>{name}</Link>,
  },
  { key: 'phone', label: text.columns.phone, cell: ({ phone }) => phoneText(phone) },
  { key: 'overdue', label: text.columns.overdue, end: true, cell: ({ overdue }) => count(overdue) },
  { key: 'left', label: text.columns.left, end: true, cell: ({ overdue }) => text.left(most - overdue) },
  {
    key: 'unregistered',
    label: text.columns.unregistered,
    end: true,
    cell: ({ unregistered }) => count(unregistered),
  },
  {
    key: 'oldest',
    label: text.columns.oldest,
    cell: ({ oldest }) => <time dateTime={oldest}>{shortDate(oldest)}</time>,
  },
  {
    key: 'state',
    label: text.columns.state,
    cell: ({ restrictionId }) =>
      restrictionId === null ? (
        text.none
      ) : (
        <Link to={paths.staff.restriction(restrictionId)}>
          <StatusBadge mark={restrictionMarks.open} />
        </Link>
      ),
  },
  {
    key: 'print',
    label: text.columns.print,
    cell: ({ establishmentId }) => <Link to={paths.print.unregistered(establishmentId)}>{text.print}</Link>,
  },
];
