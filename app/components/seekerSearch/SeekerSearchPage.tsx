import type { FieldError } from '#app/domain/refusal.ts';
import { fieldsOf, type TypedText } from '#app/forms/field.ts';
import { formatValue } from '#app/forms/format.ts';
import { seekerForm } from '#app/forms/jobSeeker.ts';
import { seekerSearchForm } from '#app/forms/seekerSearch.ts';
import { seekerSearchText } from '#app/text/mypage/seekers.ts';
import { changeQuery, paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { homeTrail } from '../mypage/trails.ts';
import { messagesOf } from '../review/formAnswer.ts';
import { ButtonLink, ButtonRow, SubmitButton } from '../ui/Buttons.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { SearchForm } from '../ui/SearchForm.tsx';
import styles from './SeekerSearchPage.module.css';

export type SeekerProfile = Readonly<Record<string, string | number | null>>;
export type FoundSeeker = { inquiryNumber: string; profile: SeekerProfile };

export type SeekerSearchPageProps = {
  typed: TypedText;
  errors: readonly FieldError[];
  /** null until something was asked. */
  found: { rows: readonly FoundSeeker[]; total: number; page: number; pages: number } | null;
  /** The query of the address. */
  search: string;
};

const text = seekerSearchText;

/** 求職情報検索: the terms and, once asked, who fits, without anything that says who it is. */
export function SeekerSearchPage({ typed, errors, found, search }: SeekerSearchPageProps) {
  const messages = messagesOf(seekerSearchForm, { refusal: null, errors, typed });
  return (
    <>
      <PageTitle title={text.title} trail={homeTrail} hasErrors={errors.length > 0} />
      <ErrorSummary messages={messages} />
      <p>{text.lead}</p>
      <details key={search} open={found === null || found.total === 0} className={styles.terms}>
        <summary>{text.form}</summary>
        <SearchForm action={paths.mypage.seekers()} label={text.title} className={styles.form}>
          {seekerSearchForm.sections.map((section) => (
            <FieldSet
              key={section.id}
              section={{ ...section, help: text.formHelp }}
              titleHidden
              typed={typed}
              messages={messages}
            />
          ))}
          <ButtonRow>
            <SubmitButton>{text.submit}</SubmitButton>
            {found === null ? null : (
              <ButtonLink to={paths.mypage.seekers()} kind="quiet">
                {text.clear}
              </ButtonLink>
            )}
          </ButtonRow>
        </SearchForm>
      </details>
      {found === null ? null : <Results found={found} search={search} />}
      <p>{text.how}</p>
    </>
  );
}

function Results({ found, search }: { found: NonNullable<SeekerSearchPageProps['found']>; search: string }) {
  const current = new URLSearchParams(search);
  return (
    <>
      <div role="status">
        <h2>{text.results(found.total)}</h2>
      </div>
      <PlainTable
        caption={text.caption}
        captionHidden
        columns={columns}
        rows={found.rows}
        rowKey={({ inquiryNumber }) => inquiryNumber}
        empty={
          <EmptyState title={text.none}>
            <p>{text.noneAdvice}</p>
          </EmptyState>
        }
      />
      {found.total === 0 ? null : (
        <Pagination
          {...found}
          href={(page) => changeQuery(current, paths.mypage.seekers(), { page: page === 1 ? null : page })}
        />
      )}
    </>
  );
}

/** A long text in a list: its beginning. */
const MOST_LETTERS = 60;

const beginning = (value: string | number | null | undefined): string => {
  const letters = [...String(value ?? '')];
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS).join('')}…` : letters.join('');
};

const prefectureField = fieldsOf(seekerForm).find(({ name }) => name === 'wished_prefecture');

const placeOf = ({ wished_prefecture: prefecture = null, wished_place: place }: SeekerProfile): string =>
  [prefectureField ? formatValue(prefectureField, prefecture) : '', place ?? ''].filter(Boolean).join('　');

const columns: readonly Column<FoundSeeker>[] = [
  {
    key: 'number',
    label: text.columns.number,
    heading: true,
    cell: ({ inquiryNumber }) => (
      <Link to={paths.mypage.seeker(inquiryNumber)} className={styles.whole}>
        {text.number(inquiryNumber)}
      </Link>
    ),
  },
  {
    key: 'occupation',
    label: text.columns.occupation,
    cell: ({ profile }) => beginning(profile.wished_occupation),
  },
  { key: 'place', label: text.columns.place, cell: ({ profile }) => placeOf(profile) },
  {
    key: 'experience',
    label: text.columns.experience,
    cell: ({ profile }) => beginning(profile.work_experience),
  },
  { key: 'licences', label: text.columns.licences, cell: ({ profile }) => beginning(profile.held_licences) },
  { key: 'appeal', label: text.columns.appeal, cell: ({ profile }) => beginning(profile.appeal) },
];
