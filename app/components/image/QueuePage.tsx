import type { Instant } from '#app/domain/clock.ts';
import { shortInstant } from '#app/text/format.ts';
import { imageReviewText as text } from '#app/text/staff/images.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';

export type ImageQueuePageProps = {
  queue: {
    rows: readonly { establishmentId: string; name: string; waiting: number; since: Instant }[];
    total: number;
    page: number;
    pages: number;
  };
};

/** 画像の審査: the establishments whose images wait. */
export function ImageQueuePage({ queue }: ImageQueuePageProps) {
  return (
    <>
      <PageTitle title={text.queueTitle} />
      <p>{text.queueLead}</p>
      <PlainTable
        caption={text.queueTitle}
        captionHidden
        rows={queue.rows}
        rowKey={(row) => row.establishmentId}
        empty={
          <EmptyState title={text.queueEmpty}>
            <p>{text.queueEmptyWhy}</p>
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            label: text.columns.name,
            heading: true,
            cell: ({ establishmentId, name }) => (
              <Link to={paths.staff.reviewImages(establishmentId)}>{name}</Link>
            ),
          },
          {
            key: 'waiting',
            label: text.columns.waiting,
            end: true,
            cell: ({ waiting }) => text.count(waiting),
          },
          { key: 'since', label: text.columns.since, cell: ({ since }) => shortInstant(since) },
        ]}
      />
      <Pagination {...queue} href={(page) => paths.staff.images({ page })} />
    </>
  );
}
