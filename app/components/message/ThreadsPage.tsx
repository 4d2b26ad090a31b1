import type { CalendarDate } from '#app/domain/calendar.ts';
import { shortDate } from '#app/text/format.ts';
import { messagesText } from '#app/text/mypage/messages.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { ClosedNotice } from '../mypage/ClosedNotice.tsx';
import type { ShownRefusal } from '../mypage/refusal.ts';
import { homeTrail } from '../mypage/trails.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import styles from './Messages.module.css';

export type ThreadLine = {
  referralId: string;
  seekerName: string;
  jobTitle: string | null;
  postingNumber: string | null;
  referredOn: CalendarDate;
  lastOn: CalendarDate | null;
  unread: number;
  obstacle: string | null;
};

export type ThreadsPageProps = {
  found: { rows: readonly ThreadLine[]; total: number; page: number; pages: number };
  closed: ShownRefusal | null;
};

const { columns: labels } = messagesText;

const columns: readonly Column<ThreadLine>[] = [
  {
    key: 'seeker',
    label: labels.seeker,
    heading: true,
    cell: ({ referralId, seekerName }) => (
      <Link to={paths.mypage.messageThread(referralId)}>{seekerName}</Link>
    ),
  },
  {
    key: 'unread',
    label: labels.unread,
    cell: ({ unread, obstacle }) => (
      <>
        {unread > 0 ? (
          <span className={styles.unread}>{messagesText.unread(unread)}</span>
        ) : (
          messagesText.none
        )}
        {obstacle === null ? null : `　${messagesText.readOnly}`}
      </>
    ),
  },
  {
    key: 'posting',
    label: labels.posting,
    cell: ({ jobTitle, postingNumber }) => `${jobTitle ?? messagesText.untitled}　${postingNumber ?? ''}`,
  },
  { key: 'referred', label: labels.referred, cell: ({ referredOn }) => shortDate(referredOn) },
  {
    key: 'last',
    label: labels.last,
    cell: ({ lastOn }) => (lastOn === null ? messagesText.noMessage : shortDate(lastOn)),
  },
];

/** メッセージ: everybody with whom messages can be, or were, exchanged; the last written to on top. */
export function ThreadsPage({ found, closed }: ThreadsPageProps) {
  return (
    <>
      <PageTitle title={messagesText.title} trail={homeTrail} />
      <p>{messagesText.lead}</p>
      {closed === null ? null : <ClosedNotice closed={closed} />}
      <PlainTable
        caption={messagesText.caption}
        captionHidden
        rows={found.rows}
        rowKey={({ referralId }) => referralId}
        columns={columns}
        empty={
          <EmptyState title={messagesText.empty}>
            <p>{messagesText.emptyHelp}</p>
          </EmptyState>
        }
      />
      <Pagination {...found} href={(page) => paths.mypage.messages(page === 1 ? {} : { page })} />
    </>
  );
}
