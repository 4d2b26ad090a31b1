import { type CalendarDate, daysBetween } from '#app/domain/calendar.ts';
import type { ReferralAges, ReferralState } from '#app/domain/referral.ts';
import { shortDate } from '#app/text/format.ts';
import { applicantsText } from '#app/text/mypage/applicants.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import tabs from '../mypage/PostingsPage.module.css';
import { homeTrail } from '../mypage/trails.ts';
import { markOf } from '../referral/ReferralTable.tsx';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink, ButtonRow, SubmitButton } from '../ui/Buttons.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { SearchForm } from '../ui/SearchForm.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import styles from './ApplicantsPage.module.css';

export type ApplicantLine = {
  id: string;
  number: string;
  state: ReferralState;
  referredOn: CalendarDate;
  noticeSentOn: CalendarDate | null;
  version: number;
  name: string;
  jobTitle: string | null;
  postingNumber: string | null;
};

export type ApplicantsPageProps = {
  state: keyof typeof applicantsText.tabs;
  /** null: every valid posting. */
  postingId: string | null;
  ages: ReferralAges;
  list: { rows: readonly ApplicantLine[]; total: number; page: number; pages: number };
  postings: readonly { id: string; number: string | null; jobTitle: string | null; unregistered: number }[];
  missing: { here: number; atOffice: number; overdue: number };
  office: { name: string; phone: string };
  today: CalendarDate;
};

const text = applicantsText;
const states = ['unregistered', 'registered'] as const;

/** 応募者: whose result is missing, the oldest first, and whose has been registered. */
export function ApplicantsPage(props: ApplicantsPageProps) {
  const { state, postingId, ages, list, postings, missing, office, today } = props;
  const href = (shown: typeof state, page = 1) =>
    paths.mypage.applicants({
      posting: postingId,
      ...(shown === 'unregistered' ? {} : { state: shown }),
      ...(page === 1 ? {} : { page }),
    });
  return (
    <>
      <PageTitle title={text.title} trail={homeTrail} />
      <Banner kind="info" title={text.directly}>
        <p>{text.directlyAbout}</p>
      </Banner>
      {missing.atOffice === 0 ? null : (
        <Banner kind="warning" title={text.atOffice(missing.atOffice)}>
          <p>{text.atOfficeAbout(office)}</p>
        </Banner>
      )}
      <p>{text.overdue(missing.overdue, ages.overdueWeeks, ages.maxUnregistered)}</p>
      {missing.here === 0 ? null : (
        <ButtonRow>
          <ButtonLink to={paths.mypage.applicantResults({ posting: postingId })} kind="primary">
            {text.toResults}
          </ButtonLink>
        </ButtonRow>
      )}
      <nav aria-label={text.tabsLabel}>
        <ul className={tabs.tabs}>
          {states.map((one) => (
            <li key={one}>
              <Link to={href(one)} aria-current={one === state ? 'page' : undefined}>
                {text.tabs[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {postings.length < 2 ? null : <PostingFilter {...{ state, postingId, postings }} />}
      <PlainTable
        caption={text.caption}
        captionHidden
        columns={columnsOn(ages, today)}
        rows={list.rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={text.empty[state]} />}
      />
      {list.total === 0 ? null : <Pagination {...list} href={(page) => href(state, page)} />}
    </>
  );
}

function PostingFilter({
  state,
  postingId,
  postings,
}: Pick<ApplicantsPageProps, 'state' | 'postingId' | 'postings'>) {
  return (
    <SearchForm action={paths.mypage.applicants()} label={text.filter.label} className={styles.search}>
      {state === 'unregistered' ? null : <input type="hidden" name="state" value={state} />}
      <label className={styles.field}>
        <span>{text.filter.posting}</span>
        <select name="posting" defaultValue={postingId ?? ''} key={postingId}>
          <option value="">{text.filter.all}</option>
          {postings.map(({ id, jobTitle, number, unregistered }) => (
            <option key={id} value={id}>
              {text.filter.option(jobTitle ?? text.untitled, number, unregistered)}
            </option>
          ))}
        </select>
      </label>
      <SubmitButton kind="secondary">{text.filter.submit}</SubmitButton>
    </SearchForm>
  );
}

const columnsOn = (ages: ReferralAges, today: CalendarDate): readonly Column<ApplicantLine>[] => [
  {
    key: 'name',
    label: text.columns.name,
    heading: true,
    cell: ({ id, name }) => (
      <Link to={paths.mypage.applicant(id)} className={styles.whole}>
        {name}
      </Link>
    ),
  },
  {
    key: 'referred',
    label: text.columns.referred,
    cell: ({ referredOn }) => (
      <span className={styles.whole}>
        <time dateTime={referredOn}>{shortDate(referredOn)}</time>（
        {text.days(daysBetween(referredOn, today))}）
      </span>
    ),
  },
  { key: 'state', label: text.columns.state, cell: (row) => <StatusBadge mark={markOf(row, ages)} /> },
  {
    key: 'posting',
    label: text.columns.posting,
    cell: ({ jobTitle, postingNumber }) => (
      <span>
        {jobTitle ?? text.untitled} <span className={styles.whole}>{postingNumber}</span>
      </span>
    ),
  },
  {
    key: 'number',
    label: text.columns.number,
    cell: ({ number }) => <span className={styles.whole}>{number}</span>,
  },
];
