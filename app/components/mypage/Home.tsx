import { ButtonLink, ButtonRow } from '#app/components/ui/Buttons.tsx';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { EstablishmentState } from '#app/domain/establishment.ts';
import { common } from '#app/text/common.ts';
import { homeText } from '#app/text/mypage/home.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { type Access, AccessNotices, quietReasons } from './AccessNotices.tsx';
import styles from './Card.module.css';
import { type HomeLists, type MissingResults, nextDeadline, nextThings, type SentBack } from './lists.ts';
import { NextThings } from './NextThings.tsx';
import type { OfficeContact } from './OfficeAddress.tsx';
import { PostingList } from './PostingList.tsx';

export type HomeProps = {
  establishment: { name: string; state: EstablishmentState } | null;
  office: OfficeContact | null;
  access: Access;
  lists: HomeLists;
  returnedChanges: SentBack['returnedChanges'];
  rejectedImages: SentBack['rejectedImages'];
  missingResults: MissingResults;
  today: CalendarDate;
};

/** ホーム: what to do next, then 有効中・申込み中・無効になった求人 as on the leaflet's home screen, and the drafts. */
export function Home({
  establishment,
  office,
  access,
  lists,
  missingResults,
  today,
  ...sentBack
}: HomeProps) {
  const { deny = [] } = access.verdict;
  const things = nextThings(establishment, lists, deny, sentBack, missingResults);
  const deadline = nextDeadline(lists);
  // With applying closed and nothing else to do, the notices say what to do: call the office.
  const waits = deny.includes('posting-apply');
  const none = Object.values(lists).every(({ total }) => total === 0);
  return (
    <>
      <PageTitle title={homeText.title} />
      <AccessNotices access={access} />
      {deadline === null ? null : (
        <p>
          {homeText.deadline[deadline.kind](deadline.day)}{' '}
          <Link to={paths.mypage.posting(deadline.posting.id)}>
            {deadline.posting.jobTitle ?? common.untitledPosting}
          </Link>
        </p>
      )}
      {things.length === 0 && waits ? null : <NextThings things={things} office={office} today={today} />}
      {establishment === null || none ? null : (
        <ButtonRow>
          <ButtonLink to={paths.mypage.postingNew()} kind={waits ? 'secondary' : 'primary'}>
            {homeText.newPosting}
          </ButtonLink>
        </ButtonRow>
      )}
      <ListOf name="valid" lists={lists} notes={quietReasons(access)} />
      <ListOf name="applied" lists={lists} />
      <ListOf name="ended" lists={lists} />
      {lists.drafts.total === 0 ? null : <ListOf name="drafts" lists={lists} />}
    </>
  );
}

type ListOfProps = { name: keyof HomeLists; lists: HomeLists; notes?: readonly string[] };

/** The beginning of a list, and the way to all of it. */
function ListOf({ name, lists, notes = [] }: ListOfProps) {
  const { rows, total } = lists[name];
  return (
    <section className={styles.things}>
      <h2>
        {homeText.lists[name]} {homeText.count(total)}
      </h2>
      <PostingList name={name} rows={rows} empty={homeText.empty[name]} />
      {total === 0 ? null : (
        <p>
          <Link to={paths.mypage.postings({ list: name })}>
            {total > rows.length ? homeText.showAll(total) : homeText.showList(homeText.lists[name])}
          </Link>
        </p>
      )}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </section>
  );
}
