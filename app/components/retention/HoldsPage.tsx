import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { eraDate, shortInstant } from '#app/text/format.ts';
import { retentionText as text } from '#app/text/staff/retention.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { type EstablishmentName, establishmentColumn } from './columns.tsx';
import { RetentionTabs, retentionTrail } from './RetentionTabs.tsx';

export type HoldRow = {
  establishment: EstablishmentName;
  reason: string;
  until: CalendarDate;
  placedAt: Instant;
  by: string;
};

export type HoldsPageProps = {
  holds: { rows: readonly HoldRow[]; total: number; page: number; pages: number };
  today: CalendarDate;
  may: { hold: boolean };
};

const { holds: words } = text;

/** 保留中: whom, until when, why and by whom. */
export function HoldsPage({ holds, today, may }: HoldsPageProps) {
  const acts: Column<HoldRow> = {
    key: 'act',
    label: text.columns.act,
    cell: ({ establishment: { id } }) => (
      <>
        <Link to={paths.staff.retentionHold(id)}>{text.change}</Link>
        <br />
        <Link to={paths.staff.retentionHoldLift(id)}>{text.lift}</Link>
      </>
    ),
  };
  return (
    <>
      <PageTitle title={text.tabs.holds} trail={retentionTrail} />
      <RetentionTabs now="holds" />
      <p>{words.lead}</p>
      <PlainTable
        caption={words.caption}
        captionHidden
        rows={holds.rows}
        rowKey={({ establishment }) => establishment.id}
        empty={<EmptyState title={words.empty} />}
        columns={[
          establishmentColumn<HoldRow>(),
          {
            key: 'until',
            label: words.until,
            cell: ({ until }) => (
              <>
                <time dateTime={until}>{eraDate(until)}</time>
                {until < today ? <div>{words.over}</div> : null}
              </>
            ),
          },
          { key: 'reason', label: words.reason, cell: ({ reason }) => reason },
          {
            key: 'by',
            label: words.by,
            cell: ({ by, placedAt }) => (
              <>
                {by} <time dateTime={placedAt}>{shortInstant(placedAt)}</time>
              </>
            ),
          },
          ...(may.hold ? [acts] : []),
        ]}
      />
      {holds.total === 0 ? null : (
        <Pagination {...holds} href={(page) => paths.staff.retentionHolds({ page })} />
      )}
    </>
  );
}
