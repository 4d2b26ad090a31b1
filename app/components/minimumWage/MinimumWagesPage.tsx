import type { CalendarDate } from '#app/domain/calendar.ts';
import { prefectures } from '#app/forms/prefectures.ts';
import { longDate, yen } from '#app/text/format.ts';
import { minimumWagesText } from '#app/text/staff/minimumWages.ts';
import { wageMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { beganWords, type ShownWage } from './wages.ts';

export type PrefectureRow = {
  prefecture: string;
  current: ShownWage | null;
  next: ShownWage | null;
  /** The yearly revision has begun, and no wage of it is known. */
  missed: boolean;
};

export type MinimumWagesPageProps = {
  rows: readonly PrefectureRow[];
  today: CalendarDate;
  /** Whether this person enters wages. */
  enters: boolean;
};

const text = minimumWagesText;

/** 最低賃金: what is in force in every prefecture today, and what comes next. */
export function MinimumWagesPage({ rows, today, enters }: MinimumWagesPageProps) {
  const missed = rows.filter((row) => row.missed).length;
  return (
    <>
      <PageTitle title={text.title} />
      <p>{text.lead}</p>
      {missed === 0 ? null : (
        <Banner kind="warning" title={text.missed(missed)}>
          <p>{text.missedWhy}</p>
        </Banner>
      )}
      {enters ? (
        <ButtonRow>
          <ButtonLink to={paths.staff.minimumWageImport()}>{text.toImport}</ButtonLink>
        </ButtonRow>
      ) : (
        <p>{text.supervisorOnly}</p>
      )}
      <p>
        <Link to={paths.staff.minimumWageFile()} reloadDocument>
          {text.download}
        </Link>
        {text.downloadHelp}
      </p>
      <PlainTable
        caption={text.caption(longDate(today))}
        rows={rows}
        rowKey={({ prefecture }) => prefecture}
        empty={null}
        columns={columns}
      />
    </>
  );
}

const nameOf = (code: string): string => prefectures.find(({ value }) => value === code)?.label ?? code;

const columns: readonly Column<PrefectureRow>[] = [
  {
    key: 'prefecture',
    label: text.columns.prefecture,
    heading: true,
    cell: ({ prefecture }) => <Link to={paths.staff.minimumWage(prefecture)}>{nameOf(prefecture)}</Link>,
  },
  {
    key: 'current',
    label: text.columns.current,
    end: true,
    cell: ({ current }) => (current === null ? text.unknown : yen(current.yen)),
  },
  { key: 'since', label: text.columns.since, cell: ({ current }) => current && beganWords(current) },
  { key: 'next', label: text.columns.next, end: true, cell: ({ next }) => next && yen(next.yen) },
  { key: 'nextFrom', label: text.columns.nextFrom, cell: ({ next }) => next && beganWords(next) },
  {
    key: 'state',
    label: text.columns.state,
    cell: ({ missed }) => <StatusBadge mark={missed ? wageMarks.missed : wageMarks.known} />,
  },
];
