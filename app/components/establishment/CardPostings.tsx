import { shortDate } from '#app/text/format.ts';
import { cardText } from '#app/text/staff/establishment.ts';
import { postingMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { DueDate } from '../ui/DueDate.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import type { CardPosting, EstablishmentCardProps } from './card.ts';

type CardPostingsProps = {
  caption: string;
  postings: readonly CardPosting[];
  empty: string;
} & Pick<EstablishmentCardProps, 'today' | 'openDays'>;

/** 求人 of an establishment. */
export function CardPostings({ caption, postings, empty, today, openDays }: CardPostingsProps) {
  const { postingColumns } = cardText;
  return (
    <PlainTable
      caption={caption}
      captionHidden
      rows={postings}
      rowKey={(posting) => posting.id}
      empty={<p>{empty}</p>}
      columns={[
        {
          key: 'job',
          label: postingColumns.job,
          heading: true,
          cell: ({ id, jobTitle }) => <Link to={paths.staff.review(id)}>{jobTitle}</Link>,
        },
        {
          key: 'state',
          label: postingColumns.state,
          cell: ({ state }) => <StatusBadge mark={postingMarks[state]} />,
        },
        { key: 'number', label: postingColumns.number, cell: ({ number }) => number },
        {
          key: 'applied',
          label: postingColumns.applied,
          cell: ({ appliedOn }) => (appliedOn === null ? null : shortDate(appliedOn)),
        },
        {
          key: 'due',
          label: postingColumns.due,
          cell: ({ dueDate }) =>
            dueDate === null ? null : (
              <DueDate date={dueDate} today={today} openDaysLeft={openDays[dueDate] ?? 0} short />
            ),
        },
        {
          key: 'valid',
          label: postingColumns.valid,
          cell: ({ validUntil }) => (validUntil === null ? null : shortDate(validUntil)),
        },
      ]}
    />
  );
}
