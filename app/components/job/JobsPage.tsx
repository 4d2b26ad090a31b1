import type { Instant } from '#app/domain/clock.ts';
import type { JobKind, JobState } from '#app/domain/job.ts';
import { shortInstant } from '#app/text/format.ts';
import { jobReason } from '#app/text/mails.ts';
import { invariantsText } from '#app/text/staff/invariants.ts';
import { jobsText } from '#app/text/staff/jobs.ts';
import { scheduleText } from '#app/text/staff/schedule.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FormFrame, type Submit } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { isSettleable, jobIntents, jobTabs } from './jobs.ts';

export type JobRow = {
  id: string;
  kind: JobKind;
  state: JobState;
  attempts: number;
  runAt: Instant;
  /** Code of the last failure, or why the job was not needed. */
  lastError: string | null;
  createdAt: Instant;
  /** The posting it is about, where the reader may open it. */
  posting: { id: string; jobTitle: string | null; establishmentName: string } | null;
  /** The key of the row's form; null where there is nothing to settle or nobody who may. */
  idempotencyKey: string | null;
};

export type JobsPageProps = {
  state: JobState;
  rows: readonly JobRow[];
  list: { total: number; page: number; pages: number; counts: Readonly<Record<JobState, number>> };
  /** Whether this person settles jobs. */
  settles: boolean;
};

/** 処理待ち: what runs by itself, by state; what was given up first. */
export function JobsPage({ state, rows, list, settles }: JobsPageProps) {
  return (
    <>
      <PageTitle title={jobsText.title} />
      <p>{jobsText.lead}</p>
      <p>
        <Link to={paths.staff.schedule()}>{scheduleText.title}</Link>{' '}
        <Link to={paths.staff.invariants()}>{invariantsText.title}</Link>
      </p>
      <Tabs
        label={jobsText.tabsLabel}
        tabs={jobTabs.map((tab) => ({
          key: tab,
          to: paths.staff.jobs({ state: tab }),
          label: jobsText.tabs[tab],
          count: list.counts[tab],
          current: tab === state,
        }))}
      />
      {settles || !rows.some(({ state: now }) => isSettleable(now)) ? null : <p>{jobsText.supervisorOnly}</p>}
      <PlainTable
        caption={jobsText.caption}
        captionHidden
        rows={rows}
        rowKey={(job) => job.id}
        empty={<EmptyState title={jobsText.empty(jobsText.tabs[state])} />}
        columns={rows.some(({ idempotencyKey }) => idempotencyKey !== null) ? [...facts, acts] : facts}
      />
      {list.total === 0 ? null : <Pagination {...list} href={(page) => paths.staff.jobs({ state, page })} />}
    </>
  );
}

const facts: readonly Column<JobRow>[] = [
  {
    key: 'kind',
    label: jobsText.columns.kind,
    heading: true,
    cell: ({ kind }) => jobsText.kinds[kind] ?? kind,
  },
  {
    key: 'about',
    label: jobsText.columns.about,
    cell: ({ posting }) =>
      posting === null ? null : (
        <span>
          <Link to={paths.staff.review(posting.id)}>{posting.jobTitle ?? jobsText.untitled}</Link>{' '}
          {posting.establishmentName}
        </span>
      ),
  },
  {
    key: 'attempts',
    label: jobsText.columns.attempts,
    cell: ({ attempts }) => jobsText.times(attempts),
    end: true,
  },
  {
    key: 'runAt',
    label: jobsText.columns.runAt,
    cell: ({ runAt }) => <time dateTime={runAt}>{shortInstant(runAt)}</time>,
  },
  {
    key: 'created',
    label: jobsText.columns.created,
    cell: ({ createdAt }) => <time dateTime={createdAt}>{shortInstant(createdAt)}</time>,
  },
  {
    key: 'error',
    label: jobsText.columns.error,
    cell: ({ lastError, state }) => (lastError === null ? null : jobReason(lastError, state)),
  },
];

const retry: Submit = { label: jobsText.retry, intent: jobIntents.retry };
const cancel: Submit = { label: jobsText.cancel, intent: jobIntents.cancel, kind: 'secondary' };

const acts: Column<JobRow> = {
  key: 'act',
  label: jobsText.columns.act,
  cell: ({ id, state, idempotencyKey }) =>
    idempotencyKey === null ? null : (
      <FormFrame
        idempotencyKey={idempotencyKey}
        hidden={{ job: id }}
        submits={state === 'dead' ? [retry, cancel] : [cancel]}
      />
    ),
};
