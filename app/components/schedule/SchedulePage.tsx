import type { Instant } from '#app/domain/clock.ts';
import { isUnderWay, type SweepName } from '#app/domain/sweep.ts';
import { shortDate, shortInstant } from '#app/text/format.ts';
import { jobsText } from '#app/text/staff/jobs.ts';
import { scheduleText as text } from '#app/text/staff/schedule.ts';
import { sweepRunMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FormFrame, type Submit } from '../ui/FormFrame.tsx';
import { KeepAsking } from '../ui/KeepAsking.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { RunCounts, RunState } from './RunState.tsx';
import styles from './Schedule.module.css';
import { type ShownRun, sweepIntents, sweepTitle } from './schedule.ts';

export type SweepRow = {
  name: SweepName;
  at: string;
  nextAt: Instant;
  last: ShownRun | null;
  /** The key of the row's form; null for those who may not. */
  idempotencyKey: string | null;
};

export type SchedulePageProps = {
  sweeps: readonly SweepRow[];
  /** The sweep whose runs are listed; null for all. */
  shown: SweepName | null;
  history: { rows: readonly ShownRun[]; total: number; page: number; pages: number };
};

/** 毎日の自動処理: what happens by itself, when it last did and will again, and every run so far. */
export function SchedulePage({ sweeps, shown, history }: SchedulePageProps) {
  const controls = sweeps.some(({ idempotencyKey }) => idempotencyKey !== null);
  return (
    <>
      <PageTitle title={text.title} trail={[{ to: paths.staff.jobs(), label: jobsText.title }]} />
      {sweeps.some(({ last }) => last !== null && isUnderWay(last)) ? <KeepAsking /> : null}
      <p>{text.lead}</p>
      {controls ? null : <p>{text.supervisorOnly}</p>}
      <PlainTable
        caption={text.caption}
        captionHidden
        rows={sweeps}
        rowKey={({ name }) => name}
        empty={null}
        columns={controls ? [...facts, acts] : facts}
      />
      <h2>{text.historyTitle}</h2>
      <Tabs
        label={text.historyOf}
        tabs={[null, ...sweeps.map(({ name }) => name)].map((sweep) => ({
          key: sweep ?? 'all',
          to: paths.staff.schedule({ sweep }),
          label: sweep === null ? text.all : sweepTitle(sweep),
          current: sweep === shown,
        }))}
      />
      <PlainTable
        caption={text.historyCaption}
        captionHidden
        rows={history.rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={text.historyEmpty} />}
        columns={historyColumns}
      />
      {history.total === 0 ? null : (
        <Pagination {...history} href={(page) => paths.staff.schedule({ sweep: shown, page })} />
      )}
    </>
  );
}

const facts: readonly Column<SweepRow>[] = [
  {
    key: 'sweep',
    label: text.columns.sweep,
    heading: true,
    cell: ({ name }) => (
      <div className={styles.cell}>
        {sweepTitle(name)}
        <span className={styles.purpose}>{text.purposes[name]}</span>
      </div>
    ),
  },
  { key: 'at', label: text.columns.at, cell: ({ at }) => text.everyDay(at) },
  {
    key: 'last',
    label: text.columns.last,
    cell: ({ last }) => (last === null ? text.never : <RunState run={last} />),
  },
  {
    key: 'counts',
    label: text.columns.counts,
    cell: ({ last }) => (last === null ? null : <RunCounts run={last} />),
  },
  {
    key: 'next',
    label: text.columns.next,
    cell: ({ nextAt }) => <time dateTime={nextAt}>{shortInstant(nextAt)}</time>,
  },
];

const runNow: Submit = { label: text.run, intent: sweepIntents.run, kind: 'secondary' };
const again: Submit = { label: text.again, intent: sweepIntents.run, kind: 'secondary' };
const resume: Submit = { label: text.resume, intent: sweepIntents.resume };
const stop: Submit = { label: text.stop, intent: sweepIntents.stop, kind: 'secondary' };

const submitsFor = (last: ShownRun | null): readonly Submit[] => {
  if (last?.state === 'stopped') return [resume, again];
  return last !== null && isUnderWay(last) ? [stop] : [runNow];
};

const acts: Column<SweepRow> = {
  key: 'act',
  label: text.columns.act,
  cell: ({ name, last, idempotencyKey }) =>
    idempotencyKey === null ? null : (
      <FormFrame
        idempotencyKey={idempotencyKey}
        hidden={{ sweep: name, ...(last === null ? {} : { run: last.id }) }}
        submits={submitsFor(last)}
      />
    ),
};

const historyColumns: readonly Column<ShownRun>[] = [
  {
    key: 'sweep',
    label: text.historyColumns.sweep,
    heading: true,
    cell: ({ id, sweep }) => <Link to={paths.staff.scheduleRun(id)}>{sweepTitle(sweep)}</Link>,
  },
  { key: 'slot', label: text.historyColumns.slot, cell: ({ slot }) => shortDate(slot) },
  {
    key: 'when',
    label: text.historyColumns.when,
    cell: ({ startedAt }) =>
      startedAt === null ? null : <time dateTime={startedAt}>{shortInstant(startedAt)}</time>,
  },
  { key: 'who', label: text.historyColumns.who, cell: ({ askedByName }) => text.byHand(askedByName) },
  {
    key: 'state',
    label: text.historyColumns.state,
    cell: ({ state }) => <StatusBadge mark={sweepRunMarks[state]} />,
  },
  { key: 'counts', label: text.historyColumns.counts, cell: (run) => <RunCounts run={run} /> },
];
