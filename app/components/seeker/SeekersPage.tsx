import { seekersText } from '#app/text/staff/seekers.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import styles from '../establishment/SearchPage.module.css';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { type Column, PlainTable } from '../ui/PlainTable.tsx';
import { SearchBox } from '../ui/SearchBox.tsx';

export type SeekerRow = {
  id: string;
  number: string;
  name: string;
  nameKana: string;
  wishedOccupation: string;
  isPublic: boolean;
  hasMypage: boolean;
};

export type SeekersPageProps = {
  q: string;
  found: { rows: readonly SeekerRow[]; total: number; page: number; pages: number };
  mayEdit: boolean;
};

const text = seekersText;

/** 求職者: one box; without a search those registered or changed last. */
export function SeekersPage({ q, found, mayEdit }: SeekersPageProps) {
  return (
    <>
      <PageTitle title={text.title} />
      {mayEdit ? (
        <ButtonRow>
          <ButtonLink to={paths.staff.seekerNew()} kind="primary">
            {text.register}
          </ButtonLink>
          <ButtonLink to={paths.staff.seekerImport()}>{text.toImport}</ButtonLink>
        </ButtonRow>
      ) : null}
      <SearchBox action={paths.staff.seekers()} title={text.title} q={q} text={text} />
      {found.total === 0 ? (
        <EmptyState title={q === '' ? text.empty : text.emptyTitle}>
          {q === '' ? null : <p>{text.emptyAdvice}</p>}
        </EmptyState>
      ) : (
        <>
          <div role="status">
            <h2>{q === '' ? text.all : text.results(found.total)}</h2>
          </div>
          <PlainTable
            caption={text.caption}
            captionHidden
            rows={found.rows}
            rowKey={(row) => row.id}
            empty={null}
            columns={columns}
          />
          <Pagination {...found} href={(page) => paths.staff.seekers({ q, page })} />
        </>
      )}
    </>
  );
}

const columns: readonly Column<SeekerRow>[] = [
  {
    key: 'name',
    label: text.columns.name,
    heading: true,
    cell: ({ id, name, nameKana }) => (
      <span>
        <Link to={paths.staff.seeker(id)}>{name}</Link>
        <span className={styles.kana}>{nameKana}</span>
      </span>
    ),
  },
  {
    key: 'number',
    label: text.columns.number,
    cell: ({ number }) => <span className={styles.number}>{number}</span>,
  },
  { key: 'occupation', label: text.columns.occupation, cell: ({ wishedOccupation }) => wishedOccupation },
  {
    key: 'public',
    label: text.columns.public,
    cell: ({ isPublic }) => (isPublic ? text.isPublic : text.notPublic),
  },
  {
    key: 'mypage',
    label: text.columns.mypage,
    cell: ({ hasMypage }) => (hasMypage ? text.hasMypage : text.noMypage),
  },
];
