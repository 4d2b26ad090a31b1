import type { CalendarDate } from '#app/domain/calendar.ts';
import type { PostingState } from '#app/domain/posting.ts';
import { dayOfYear } from '#app/text/format.ts';
import { reviewText } from '#app/text/staff/review.ts';
import { visitDeskText as text, visitsText } from '#app/text/staff/visits.ts';
import { postingMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';

export type VisitDonePageProps = {
  establishment: { id: string; name: string };
  postings: readonly {
    id: string;
    jobTitle: string | null;
    state: PostingState;
    dueDate: CalendarDate | null;
  }[];
  accounts: number;
  /** The establishment was registered in this sitting. */
  registered: boolean;
};

/** What a sitting has registered, and what comes next while the employer is still at the counter. */
export function VisitDonePage({ establishment, postings, accounts, registered }: VisitDonePageProps) {
  const columns = text.doneColumns;
  const [first] = postings;
  return (
    <>
      <PageTitle
        title={text.doneTitle}
        trail={[
          { to: paths.staff.visits(), label: visitsText.title },
          { to: paths.staff.establishment(establishment.id), label: establishment.name },
        ]}
      />
      {registered ? <p>{text.doneEstablishment}</p> : null}
      {first === undefined ? null : (
        <PlainTable
          caption={text.donePostings}
          rows={postings}
          rowKey={({ id }) => id}
          empty={null}
          columns={[
            {
              key: 'job',
              label: columns.job,
              heading: true,
              cell: ({ jobTitle }) => jobTitle ?? reviewText.untitled,
            },
            {
              key: 'state',
              label: columns.state,
              cell: ({ state }) => <StatusBadge mark={postingMarks[state]} />,
            },
            {
              key: 'due',
              label: columns.due,
              cell: ({ dueDate }) => (dueDate === null ? visitsText.noDue : dayOfYear(dueDate)),
            },
            {
              key: 'next',
              label: columns.next,
              cell: ({ id }) => <Link to={paths.staff.review(id)}>{text.review}</Link>,
            },
          ]}
        />
      )}
      <h2>{text.next}</h2>
      {accounts > 0 ? null : (
        <p>
          <Link to={paths.staff.account(establishment.id)}>{text.account}</Link>
        </p>
      )}
      <ButtonRow>
        {first === undefined ? null : (
          <ButtonLink to={paths.print.sheet('visit', first.id)} kind="primary">
            {text.print}
          </ButtonLink>
        )}
        <ButtonLink to={paths.staff.visits()}>{text.back}</ButtonLink>
      </ButtonRow>
    </>
  );
}
