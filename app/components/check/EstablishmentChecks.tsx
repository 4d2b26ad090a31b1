import type { CalendarDate } from '#app/domain/calendar.ts';
import { checkText } from '#app/text/staff/reviewDesk.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { DueDate } from '../ui/DueDate.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import type { ShownCheck } from './AddedChecks.tsx';

export type EstablishmentChecksProps = {
  checks: readonly (ShownCheck & { establishmentId: string; establishmentName: string })[];
  today: CalendarDate;
  openDays: Readonly<Record<CalendarDate, number>>;
};

/** Under the queue: the establishments that staff want looked at, due first; nothing where there are none. */
export function EstablishmentChecks({ checks, today, openDays }: EstablishmentChecksProps) {
  if (checks.length === 0) return null;
  const { columns } = checkText;
  return (
    <section>
      <h2>
        {checkText.establishmentsTitle} <b className="numeric">{checks.length}</b>
      </h2>
      <PlainTable
        caption={checkText.establishmentsTitle}
        captionHidden
        rows={checks}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          {
            key: 'due',
            label: columns.due,
            cell: ({ dueOn }) => (
              <DueDate date={dueOn} today={today} openDaysLeft={openDays[dueOn] ?? 0} short />
            ),
          },
          {
            key: 'establishment',
            label: columns.establishment,
            cell: ({ establishmentId, establishmentName }) => (
              <Link to={paths.staff.establishment(establishmentId)}>{establishmentName}</Link>
            ),
          },
          {
            key: 'reason',
            label: columns.reason,
            cell: ({ id, reason }) => <Link to={paths.staff.check(id)}>{reason}</Link>,
          },
          { key: 'by', label: columns.by, cell: ({ by }) => by },
        ]}
      />
    </section>
  );
}
