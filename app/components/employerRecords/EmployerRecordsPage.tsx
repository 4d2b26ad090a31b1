import type { CalendarDate } from '#app/domain/calendar.ts';
import type { RefusalPeriod } from '#app/domain/refusalPeriod.ts';
import { groundWords } from '#app/forms/employerRecords.ts';
import { longDate } from '#app/text/format.ts';
import { employerRecordsText as text } from '#app/text/staff/employerRecords.ts';
import { searchText } from '#app/text/staff/establishment.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { type ComplaintRow, complaintColumns } from './complaintColumns.tsx';

export type RefusalPeriodRow = RefusalPeriod & {
  id: string;
  recordedByName: string;
  /** As the rules count it today; null while nobody can say. */
  until: CalendarDate | null;
};

export type EmployerRecordsPageProps = {
  establishment: { id: string; name: string };
  complaints: readonly ComplaintRow[];
  refusalPeriods: readonly RefusalPeriodRow[];
  may: { handle: boolean; record: boolean };
};

const dayOr = (day: CalendarDate | null, otherwise: string): string =>
  day === null ? otherwise : longDate(day);

const periodColumns = (records: boolean): readonly Column<RefusalPeriodRow>[] => [
  { key: 'from', label: text.periodColumns.from, heading: true, cell: ({ from }) => longDate(from) },
  { key: 'ground', label: text.periodColumns.ground, cell: ({ ground }) => groundWords[ground] },
  {
    key: 'sent',
    label: text.periodColumns.sent,
    cell: ({ sentOrPublishedOn }) => dayOr(sentOrPublishedOn, ''),
  },
  {
    key: 'corrected',
    label: text.periodColumns.corrected,
    cell: ({ id, correctedOn }) =>
      correctedOn === null && records ? (
        <Link to={paths.staff.refusalPeriodCorrect(id)}>{text.correct}</Link>
      ) : (
        dayOr(correctedOn, text.notCorrected)
      ),
  },
  {
    key: 'until',
    label: text.periodColumns.until,
    cell: ({ until }) => dayOr(until, text.untilUnknown),
  },
  { key: 'by', label: text.periodColumns.by, cell: ({ recordedByName }) => recordedByName },
];

/** 申出と求人不受理期間 of one establishment: what its postings are checked against beside their content. */
export function EmployerRecordsPage(props: EmployerRecordsPageProps) {
  const { establishment, complaints, refusalPeriods, may } = props;
  return (
    <>
      <PageTitle
        title={text.title}
        trail={[
          { to: paths.staff.establishments(), label: searchText.title },
          { to: paths.staff.establishment(establishment.id), label: establishment.name },
        ]}
      />
      <p>{text.lead}</p>
      <section>
        <h2>{text.complaints}</h2>
        <PlainTable
          caption={text.complaints}
          captionHidden
          rows={complaints}
          rowKey={({ id }) => id}
          empty={<p>{text.complaintsEmpty}</p>}
          columns={complaintColumns(may.handle)}
        />
        {may.handle ? (
          <ButtonRow>
            <ButtonLink to={paths.staff.complaintNew(establishment.id)} kind="secondary">
              {text.addComplaint}
            </ButtonLink>
          </ButtonRow>
        ) : null}
      </section>
      <section>
        <h2>{text.refusalPeriods}</h2>
        <PlainTable
          caption={text.refusalPeriods}
          captionHidden
          rows={refusalPeriods}
          rowKey={({ id }) => id}
          empty={<p>{text.refusalPeriodsEmpty}</p>}
          columns={periodColumns(may.record)}
        />
        {may.record ? (
          <ButtonRow>
            <ButtonLink to={paths.staff.refusalPeriodNew(establishment.id)} kind="secondary">
              {text.addPeriod}
            </ButtonLink>
          </ButtonRow>
        ) : null}
      </section>
    </>
  );
}
