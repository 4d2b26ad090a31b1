import { ButtonLink } from '#app/components/ui/Buttons.tsx';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import { type Column, PlainTable } from '#app/components/ui/PlainTable.tsx';
import { StatusBadge } from '#app/components/ui/StatusBadge.tsx';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { EstablishmentState } from '#app/domain/establishment.ts';
import { postingSteps } from '#app/forms/posting.ts';
import { shortDate, shortInstant } from '#app/text/format.ts';
import { homeText } from '#app/text/mypage/home.ts';
import { postingMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { type Access, AccessNotices, quietReasons } from './AccessNotices.tsx';
import styles from './Card.module.css';
import { listsOf, nextThings, type PostingLine } from './lists.ts';
import { NextThings } from './NextThings.tsx';
import type { OfficeContact } from './OfficeAddress.tsx';

export type HomeProps = {
  establishment: { name: string; state: EstablishmentState } | null;
  office: OfficeContact | null;
  access: Access;
  postings: readonly PostingLine[];
  today: CalendarDate;
};

const { columns, lists: titles, empty } = homeText;

const day = (date: CalendarDate | null) => (date === null ? '' : shortDate(date));

const titleColumn: Column<PostingLine> = {
  key: 'title',
  label: columns.title,
  heading: true,
  cell: ({ id, jobTitle }) => <Link to={paths.mypage.posting(id)}>{jobTitle ?? homeText.untitled}</Link>,
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

const columnsOf: Readonly<Record<keyof typeof titles, readonly Column<PostingLine>[]>> = {
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

/** ホーム: what to do next, then 有効中・申込み中・無効になった求人 as on the leaflet's home screen, and the drafts. */
export function Home({ establishment, office, access, postings, today }: HomeProps) {
  const lists = listsOf(postings);
  const { deny = [] } = access.verdict;
  const things = nextThings(establishment, postings, deny);
  // With applying closed and nothing else to do, the notices say what to do: call the office.
  const waits = deny.includes('posting-apply');
  return (
    <>
      <PageTitle title={homeText.title} />
      <AccessNotices access={access} />
      {things.length === 0 && waits ? null : <NextThings things={things} office={office} today={today} />}
      {establishment === null || postings.length === 0 ? null : (
        <p>
          <ButtonLink to={paths.mypage.postingNew()} kind={waits ? 'secondary' : 'primary'}>
            {homeText.newPosting}
          </ButtonLink>
        </p>
      )}
      <PostingList name="valid" rows={lists.valid} empty={empty.valid} notes={quietReasons(access)} />
      <PostingList name="applied" rows={lists.applied} empty={empty.applied} />
      <PostingList name="ended" rows={lists.ended} empty={empty.ended} />
      {lists.drafts.length === 0 ? null : <PostingList name="drafts" rows={lists.drafts} empty="" />}
    </>
  );
}

type PostingListProps = {
  name: keyof typeof titles;
  rows: readonly PostingLine[];
  empty: string;
  notes?: readonly string[];
};

function PostingList({ name, rows, empty: words, notes = [] }: PostingListProps) {
  return (
    <section className={styles.things}>
      <h2>
        {titles[name]} {homeText.count(rows.length)}
      </h2>
      <PlainTable
        caption={titles[name]}
        captionHidden
        columns={columnsOf[name]}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p>{words}</p>}
      />
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </section>
  );
}
