import type { CalendarDate } from '#app/domain/calendar.ts';
import type { EstablishmentState } from '#app/domain/establishment.ts';
import { phone as phoneText } from '#app/text/format.ts';
import { visitsText } from '#app/text/staff/visits.ts';
import { establishmentMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { ButtonLink } from '../ui/Buttons.tsx';
import { DueDate } from '../ui/DueDate.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import { SearchBox } from '../ui/SearchBox.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';

export type VisitRow = {
  establishmentId: string;
  name: string;
  number: string | null;
  phone: string;
  state: EstablishmentState;
  /** The earliest due date of the establishment's postings. */
  dueDate: CalendarDate | null;
  postings: number;
};

export type VisitsPageProps = {
  q: string;
  awaited: { rows: readonly VisitRow[]; total: number; page: number; pages: number };
  /** The list is narrowed by what was searched. */
  searched: boolean;
  today: CalendarDate;
  /** Open days left to each due date. */
  openDays: Readonly<Record<CalendarDate, number>>;
  /** What this person may register. */
  registers: { visit: boolean };
};

/** 来庁の受付: who still has to come, the earliest due date first. */
export function VisitsPage({ q, awaited, searched, today, openDays, registers }: VisitsPageProps) {
  return (
    <>
      <PageTitle title={visitsText.title} />
      <p>{registers.visit ? visitsText.lead : visitsText.leadReadOnly}</p>
      <SearchBox
        action={paths.staff.visits()}
        title={visitsText.caption}
        q={q}
        text={{ label: visitsText.searchLabel, submit: visitsText.search }}
      >
        {q === '' ? null : (
          <p>
            <Link to={paths.staff.visits()}>{visitsText.clear}</Link>
          </p>
        )}
      </SearchBox>
      {awaited.total === 0 ? (
        <Nobody q={q} searched={searched} />
      ) : (
        <>
          <VisitTable rows={awaited.rows} today={today} openDays={openDays} registers={registers} />
          <Pagination {...awaited} href={(page) => paths.staff.visits({ q, page })} />
        </>
      )}
    </>
  );
}

function Nobody({ q, searched }: Pick<VisitsPageProps, 'q' | 'searched'>) {
  if (!searched) {
    return (
      <EmptyState title={visitsText.empty}>
        <p>{visitsText.emptyWhy}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={visitsText.emptySearch}>
      <p>{visitsText.emptySearchWhy}</p>
      <ButtonLink to={paths.staff.establishments({ q })}>{visitsText.toEstablishments}</ButtonLink>
    </EmptyState>
  );
}

type VisitTableProps = Pick<VisitsPageProps, 'today' | 'openDays' | 'registers'> & {
  rows: readonly VisitRow[];
};

function VisitTable({ rows, today, openDays, registers }: VisitTableProps) {
  const { columns } = visitsText;
  return (
    <PlainTable
      caption={visitsText.caption}
      rows={rows}
      rowKey={(row) => row.establishmentId}
      empty={null}
      columns={[
        {
          key: 'due',
          label: columns.due,
          cell: ({ dueDate }) =>
            dueDate === null ? (
              visitsText.noDue
            ) : (
              <DueDate date={dueDate} today={today} openDaysLeft={openDays[dueDate] ?? 0} short />
            ),
        },
        {
          key: 'name',
          label: columns.name,
          heading: true,
          cell: ({ establishmentId, name }) => (
            <Link to={paths.staff.establishment(establishmentId)}>{name}</Link>
          ),
        },
        { key: 'number', label: columns.number, cell: ({ number }) => number },
        { key: 'phone', label: columns.phone, cell: ({ phone }) => phoneText(phone) },
        {
          key: 'state',
          label: columns.state,
          cell: ({ state }) => <StatusBadge mark={establishmentMarks[state]} />,
        },
        {
          key: 'postings',
          label: columns.postings,
          cell: ({ postings }) => visitsText.count(postings),
          end: true,
        },
        ...(registers.visit
          ? [
              {
                key: 'act',
                label: columns.act,
                cell: ({ establishmentId }: VisitRow) => (
                  <Link to={paths.staff.visit(establishmentId)}>{visitsText.register}</Link>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
