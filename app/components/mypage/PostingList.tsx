import { type Column, PlainTable } from '#app/components/ui/PlainTable.tsx';
import { StatusBadge } from '#app/components/ui/StatusBadge.tsx';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { postingSteps } from '#app/forms/posting.ts';
import { common } from '#app/text/common.ts';
import { shortDate, shortInstant } from '#app/text/format.ts';
import { homeText } from '#app/text/mypage/home.ts';
import { postingMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import type { HomeLists, PostingLine } from './lists.ts';

const { columns, lists: titles } = homeText;

const day = (date: CalendarDate | null) => (date === null ? '' : shortDate(date));

const titleColumn: Column<PostingLine> = {
  key: 'title',
  label: columns.title,
  heading: true,
  cell: ({ id, jobTitle }) => <Link to={paths.mypage.posting(id)}>{jobTitle ?? common.untitledPosting}</Link>,
};
const stateColumn: Column<PostingLine> = {
  key: 'state',
  label: columns.state,
  cell: ({ state }) => <StatusBadge mark={postingMarks[state]} />,
};
const appliedColumn: Column<PostingLine> = {
  key: 'applied',
  label: columns.applied,
  cell: ({ appliedOn }) => day(appliedOn),
};
const numberColumn: Column<PostingLine> = {
  key: 'number',
  label: columns.number,
  cell: ({ number }) => number ?? '',
};

const columnsOf: Readonly<Record<keyof HomeLists, readonly Column<PostingLine>[]>> = {
  valid: [
    titleColumn,
    stateColumn,
    numberColumn,
    { key: 'until', label: columns.validUntil, cell: ({ validUntil }) => day(validUntil) },
  ],
  applied: [
    titleColumn,
    stateColumn,
    appliedColumn,
    { key: 'due', label: columns.due, cell: ({ dueDate }) => day(dueDate) },
  ],
  ended: [
    titleColumn,
    stateColumn,
    numberColumn,
    { key: 'ended', label: columns.ended, cell: ({ invalidatedOn }) => day(invalidatedOn) },
  ],
  drafts: [
    titleColumn,
    {
      key: 'progress',
      label: columns.progress,
      cell: ({ stepsDone }) => homeText.draftProgress(stepsDone, postingSteps.length),
    },
    { key: 'saved', label: columns.saved, cell: ({ updatedAt }) => shortInstant(updatedAt) },
  ],
};

/** Rows of one of the lists, with the columns that count there. */
export function PostingList({
  name,
  rows,
  empty,
}: {
  name: keyof HomeLists;
  rows: readonly PostingLine[];
  empty: string;
}) {
  return (
    <PlainTable
      caption={titles[name]}
      captionHidden
      columns={columnsOf[name]}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<p>{empty}</p>}
    />
  );
}
