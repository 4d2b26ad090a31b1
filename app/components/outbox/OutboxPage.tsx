import type { Instant } from '#app/domain/clock.ts';
import { shortInstant } from '#app/text/format.ts';
import { outboxText } from '#app/text/staff/outbox.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';

export type ListedMail = { id: string; recipient: string; subject: string; sentAt: Instant };

export type OutboxPageProps = {
  mails: { rows: readonly ListedMail[]; total: number; page: number; pages: number };
};

/** 送信箱: the mails that demo mode keeps, newest first. */
export function OutboxPage({ mails }: OutboxPageProps) {
  const { columns } = outboxText;
  return (
    <>
      <PageTitle title={outboxText.title} />
      <p>{outboxText.lead}</p>
      <PlainTable
        caption={outboxText.caption}
        rows={mails.rows}
        rowKey={(mail) => mail.id}
        empty={<EmptyState title={outboxText.empty} />}
        columns={[
          {
            key: 'sentAt',
            label: columns.sentAt,
            cell: ({ sentAt }) => <time dateTime={sentAt}>{shortInstant(sentAt)}</time>,
          },
          {
            key: 'recipient',
            label: columns.recipient,
            cell: ({ recipient }) => recipient || outboxText.erased,
          },
          {
            key: 'subject',
            label: columns.subject,
            heading: true,
            cell: ({ id, subject }) => <Link to={paths.staff.outboxMail(id)}>{subject}</Link>,
          },
        ]}
      />
      {mails.total === 0 ? null : <Pagination {...mails} href={(page) => paths.staff.outbox({ page })} />}
    </>
  );
}
