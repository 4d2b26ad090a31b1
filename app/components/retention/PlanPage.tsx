import type { CalendarDate } from '#app/domain/calendar.ts';
import { retentionText as text } from '#app/text/staff/retention.ts';
import { paths } from '#app/web/paths.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import { dayColumns, type EstablishmentName, establishmentColumn, holdColumns } from './columns.tsx';
import { RetentionTabs, retentionTrail } from './RetentionTabs.tsx';

export type PlanRow = {
  establishment: EstablishmentName;
  titles: readonly string[];
  baseDate: CalendarDate;
  dueOn: CalendarDate;
  hold: { until: CalendarDate } | null;
};

export type PlanPageProps = {
  planned: { rows: readonly PlanRow[]; total: number; page: number; pages: number };
  /** The last day that is looked at. */
  until: CalendarDate;
  may: { hold: boolean };
};

/** これからの予定: what falls due in the months to come, and under which rule. */
export function PlanPage({ planned, until, may }: PlanPageProps) {
  return (
    <>
      <PageTitle title={text.tabs.plan} trail={retentionTrail} />
      <RetentionTabs now="plan" />
      <p>{text.plan.lead(until)}</p>
      <PlainTable
        caption={text.plan.caption}
        captionHidden
        rows={planned.rows}
        rowKey={({ establishment }) => establishment.id}
        empty={<EmptyState title={text.plan.empty} />}
        columns={[
          establishmentColumn<PlanRow>(),
          { key: 'rule', label: text.columns.rule, cell: ({ titles }) => titles.join('、') },
          ...dayColumns<PlanRow>(),
          ...holdColumns<PlanRow>(may),
        ]}
      />
      {planned.total === 0 ? null : (
        <Pagination {...planned} href={(page) => paths.staff.retentionPlan({ page })} />
      )}
    </>
  );
}
