import { employerRecordsText } from '#app/text/staff/employerRecords.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { type ComplaintRow, complaintColumns } from './complaintColumns.tsx';

const text = employerRecordsText.list;

export type ComplaintsPageProps = {
  open: boolean;
  complaints: { rows: readonly ComplaintRow[]; total: number; page: number; pages: number };
  handles: boolean;
};

const establishmentColumn: Column<ComplaintRow> = {
  key: 'establishment',
  label: employerRecordsText.columns.establishment,
  cell: ({ establishmentId, establishmentName }) => (
    <Link to={paths.staff.employerRecords(establishmentId)}>{establishmentName}</Link>
  ),
};

/** 申出 of the office, open or settled. */
export function ComplaintsPage({ open, complaints, handles }: ComplaintsPageProps) {
  const href = (page?: number) =>
    paths.staff.complaints({
      ...(open ? {} : { state: 'settled' }),
      ...(page === undefined || page === 1 ? {} : { page }),
    });
  const [first, ...rest] = complaintColumns(handles);
  return (
    <>
      <PageTitle title={text.title} />
      <p>{text.lead}</p>
      <Tabs
        label={text.tabs}
        tabs={[
          { key: 'open', to: paths.staff.complaints(), label: text.open, current: open },
          {
            key: 'settled',
            to: paths.staff.complaints({ state: 'settled' }),
            label: text.settled,
            current: !open,
          },
        ]}
      />
      <PlainTable
        caption={text.title}
        captionHidden
        rows={complaints.rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={open ? text.emptyOpen : text.emptySettled} />}
        columns={first === undefined ? rest : [first, establishmentColumn, ...rest]}
      />
      {complaints.total === 0 ? null : <Pagination {...complaints} href={href} />}
    </>
  );
}
