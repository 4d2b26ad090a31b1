import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { TransferAddress } from '#app/domain/transfer.ts';
import { dayOfYear } from '#app/text/format.ts';
import { searchText } from '#app/text/staff/establishment.ts';
import { transferText as text } from '#app/text/staff/transfer.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { addressText } from '../establishment/address.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';

export type TransferRow = {
  id: string;
  incoming: boolean;
  establishmentId: string | null;
  name: string;
  address: TransferAddress;
  movedOn: CalendarDate;
  office: { name: string; phone: string };
  restricted: boolean;
  settledAt: Instant | null;
  registeredNumber: string | null;
};

export type TransfersPageProps = {
  found: { rows: readonly TransferRow[]; total: number; page: number; pages: number };
  /** What this person may do with one that has moved in. */
  may: { register: boolean; settle: boolean };
};

/** 移管の一覧: what has moved in and waits to be registered first. */
export function TransfersPage({ found, may }: TransfersPageProps) {
  const { columns } = text;
  return (
    <>
      <PageTitle
        title={text.listTitle}
        trail={[{ to: paths.staff.establishments(), label: searchText.title }]}
      />
      <p>{text.listLead}</p>
      {found.total === 0 ? (
        <EmptyState title={text.empty}>
          <p>{text.emptyWhy}</p>
        </EmptyState>
      ) : (
        <>
          <PlainTable
            caption={text.listTitle}
            rows={found.rows}
            rowKey={({ id }) => id}
            empty={null}
            columns={[
              {
                key: 'direction',
                label: columns.direction,
                cell: ({ incoming }) => (incoming ? text.incoming : text.outgoing),
              },
              {
                key: 'name',
                label: columns.name,
                heading: true,
                cell: ({ establishmentId, name }) =>
                  establishmentId === null ? (
                    name
                  ) : (
                    <Link to={paths.staff.establishment(establishmentId)}>{name}</Link>
                  ),
              },
              { key: 'address', label: columns.address, cell: ({ address }) => addressText(address) },
              { key: 'moved', label: columns.moved, cell: ({ movedOn }) => dayOfYear(movedOn) },
              { key: 'office', label: columns.office, cell: ({ office }) => office.name },
              {
                key: 'state',
                label: columns.state,
                cell: (row) => <RegistrationState row={row} may={may} />,
              },
            ]}
          />
          <Pagination {...found} href={(page) => paths.staff.transfers({ page })} />
        </>
      )}
    </>
  );
}

function RegistrationState({ row, may }: { row: TransferRow; may: TransfersPageProps['may'] }) {
  const { id, incoming, name, restricted, settledAt, registeredNumber } = row;
  const ended = restricted ? <p>{incoming ? text.restrictedThere : text.restrictedHere}</p> : null;
  if (settledAt !== null)
    return (
      <>
        {text.registered(registeredNumber ?? '')}
        {ended}
      </>
    );
  return (
    <>
      {text.waiting}
      {ended}
      {incoming && may.register ? (
        <div>
          <Link to={paths.staff.establishmentNew({ q: name })}>{text.register}</Link>
        </div>
      ) : null}
      {incoming && may.settle ? (
        <div>
          <Link to={paths.staff.transferSettle(id)}>{text.settle}</Link>
        </div>
      ) : null}
    </>
  );
}
