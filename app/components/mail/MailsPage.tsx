import type { Instant } from '#app/domain/clock.ts';
import { type JobKind, type JobState, jobStates } from '#app/domain/job.ts';
import { shortInstant } from '#app/text/format.ts';
import { jobReason } from '#app/text/mails.ts';
import { jobsText } from '#app/text/staff/jobs.ts';
import { mailsText } from '#app/text/staff/mails.ts';
import { jobMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { Tabs } from '../ui/Tabs.tsx';

export type MailRow = {
  id: string;
  kind: JobKind;
  state: JobState;
  lastError: string | null;
  createdAt: Instant;
  finishedAt: Instant | null;
  establishmentId: string;
  establishmentName: string;
};

export type MailsPageProps = {
  /** Of one establishment, or of the office. */
  of: string | null;
  state: JobState | null;
  mails: { rows: readonly MailRow[]; total: number; page: number; pages: number };
};

/** 「求人の受理」 */
export const mailWords = (kind: JobKind): string => mailsText.kind(jobsText.kinds[kind] ?? kind);

/** The mark of a mail: a job that is done is a mail that was sent. */
export const mailMark = (state: JobState) => ({ ...jobMarks[state], word: mailsText.tabs[state] });

/** メールの記録 of the office, the newest first. */
export function MailsPage({ of, state, mails }: MailsPageProps) {
  const href = (to: JobState | null, page?: number) =>
    paths.staff.mails({
      ...(of === null ? {} : { of }),
      ...(to === null ? {} : { state: to }),
      ...(page === undefined || page === 1 ? {} : { page }),
    });
  return (
    <>
      <PageTitle title={mailsText.title} />
      <p>{mailsText.lead}</p>
      <p>
        <Link to={paths.staff.mailCatalogue()}>{mailsText.toCatalogue}</Link>
      </p>
      {of === null ? null : (
        <p>
          {mailsText.of(mails.rows[0]?.establishmentName ?? '')}{' '}
          <Link to={paths.staff.mails()}>{mailsText.all}</Link>
        </p>
      )}
      <Tabs
        label={mailsText.tabsLabel}
        tabs={[null, ...jobStates].map((one) => ({
          key: one ?? 'all',
          to: href(one),
          label: mailsText.tabs[one ?? 'all'],
          current: one === state,
        }))}
      />
      <PlainTable
        caption={mailsText.caption}
        captionHidden
        rows={mails.rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={mailsText.empty} />}
        columns={columns}
      />
      {mails.total === 0 ? null : <Pagination {...mails} href={(page) => href(state, page)} />}
    </>
  );
}

const columns: readonly Column<MailRow>[] = [
  {
    key: 'created',
    label: mailsText.columns.created,
    cell: ({ createdAt }) => <time dateTime={createdAt}>{shortInstant(createdAt)}</time>,
  },
  {
    key: 'kind',
    label: mailsText.columns.kind,
    heading: true,
    cell: ({ id, kind }) => <Link to={paths.staff.mail(id)}>{mailWords(kind)}</Link>,
  },
  {
    key: 'establishment',
    label: mailsText.columns.establishment,
    cell: ({ establishmentId, establishmentName }) => (
      <Link to={paths.staff.establishment(establishmentId)}>{establishmentName}</Link>
    ),
  },
  {
    key: 'state',
    label: mailsText.columns.state,
    cell: ({ state }) => <StatusBadge mark={mailMark(state)} />,
  },
  {
    key: 'sent',
    label: mailsText.columns.sent,
    cell: ({ state, finishedAt }) =>
      state === 'done' && finishedAt !== null ? (
        <time dateTime={finishedAt}>{shortInstant(finishedAt)}</time>
      ) : null,
  },
  {
    key: 'error',
    label: mailsText.columns.error,
    cell: ({ lastError, state }) => (lastError === null ? null : jobReason(lastError, state)),
  },
];
