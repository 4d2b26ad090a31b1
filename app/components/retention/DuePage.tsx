import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { RowCounts } from '#app/domain/retention.ts';
import { retentionText as text } from '#app/text/staff/retention.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import { dayColumns, type EstablishmentName, establishmentColumn, holdColumns } from './columns.tsx';
import styles from './Retention.module.css';
import { RetentionTabs } from './RetentionTabs.tsx';
import { RowCountList } from './RowCountList.tsx';
import { type RuleQuote, RuleQuotes } from './RuleQuotes.tsx';

export type DueRow = {
  id: string;
  establishment: EstablishmentName;
  /** Titles of the rules that say so. */
  titles: readonly string[];
  baseDate: CalendarDate;
  dueOn: CalendarDate;
  counts: RowCounts;
  pictures: number;
  hold: { until: CalendarDate } | null;
};

export type DuePageProps = {
  due: { rows: readonly DueRow[]; total: number; page: number; pages: number };
  /** Accounts that belong to no office. */
  nobodys: number;
  /** null where the office has never switched. */
  setting: { automatic: boolean; changedAt: Instant; by: string } | null;
  files: {
    at: Instant;
    removed: number;
    missing: number;
    establishments: readonly { id: string; name: string }[];
  } | null;
  quotes: readonly RuleQuote[];
  may: { hold: boolean; switch: boolean };
};

/** 消去の対象: whether the office erases by itself, what the last night has found due, and the state of the files. */
export function DuePage({ due, nobodys, setting, files, quotes, may }: DuePageProps) {
  return (
    <>
      <PageTitle title={text.title} />
      <RetentionTabs now="due" />
      <Automatic setting={setting} may={may} />
      <RuleQuotes quotes={quotes} />
      <p>{text.due.lead}</p>
      <PlainTable
        caption={text.due.caption}
        captionHidden
        rows={due.rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={text.due.empty} />}
        columns={[
          establishmentColumn<DueRow>(),
          { key: 'rule', label: text.columns.rule, cell: ({ titles }) => titles.join('、') },
          ...dayColumns<DueRow>(),
          { key: 'rows', label: text.columns.rows, cell: (row) => <RowCountList {...row} /> },
          ...holdColumns<DueRow>(may),
        ]}
      />
      {due.total === 0 ? null : <Pagination {...due} href={(page) => paths.staff.retention({ page })} />}
      {nobodys === 0 ? null : <p>{text.due.nobodys(nobodys)}</p>}
      <Files files={files} />
    </>
  );
}

function Automatic({ setting, may }: Pick<DuePageProps, 'setting' | 'may'>) {
  const { automatic } = text;
  const on = setting?.automatic === true;
  return (
    <>
      <Banner kind="info" title={on ? automatic.on : automatic.off}>
        <p>{on ? automatic.onWhat : automatic.offWhat}</p>
        {setting === null ? null : <p>{automatic.last(setting.changedAt, setting.by)}</p>}
      </Banner>
      {may.switch ? (
        <ButtonRow>
          <ButtonLink to={paths.staff.retentionSwitch()}>
            {on ? automatic.toStop : automatic.toStart}
          </ButtonLink>
        </ButtonRow>
      ) : null}
    </>
  );
}

function Files({ files }: Pick<DuePageProps, 'files'>) {
  return (
    <section className={styles.section}>
      <h2>{text.files.title}</h2>
      {files === null ? (
        <p>{text.files.never}</p>
      ) : (
        <p>{text.files.checked(files.at, files.removed, files.missing)}</p>
      )}
      {files === null || files.establishments.length === 0 ? null : (
        <>
          <p>{text.files.missingWhere}</p>
          <ul>
            {files.establishments.map(({ id, name }) => (
              <li key={id}>
                <Link to={paths.staff.reviewImages(id)}>{name}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
