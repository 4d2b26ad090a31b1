import { searchText } from '#app/text/staff/establishment.ts';
import { mergeText as text } from '#app/text/staff/merge.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import { SearchBox } from '../ui/SearchBox.tsx';
import { Named, type PairedRow } from './DuplicatesPage.tsx';

export type SimilarPageProps = {
  establishment: { id: string; name: string };
  q: string;
  /** What looks like it, or what was searched for. */
  rows: readonly PairedRow[];
};

/** 重複を調べる: the records of the office that may be this establishment. */
export function SimilarPage({ establishment: { id, name }, q, rows }: SimilarPageProps) {
  return (
    <>
      <PageTitle
        title={text.ofTitle}
        trail={[
          { to: paths.staff.establishments(), label: searchText.title },
          { to: paths.staff.establishment(id), label: name },
        ]}
      />
      <p>{text.ofLead(name)}</p>
      <SearchBox
        action={paths.staff.establishmentDuplicates(id)}
        title={text.ofTitle}
        q={q}
        text={text.ofSearch}
      />
      <PlainTable
        caption={text.ofCaption}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={text.ofEmpty} />}
        columns={[
          { key: 'name', label: searchText.columns.name, heading: true, cell: (row) => <Named row={row} /> },
          {
            key: 'act',
            label: text.columns.act,
            cell: (row) => <Link to={paths.staff.merge(id, row.id)}>{text.compare}</Link>,
          },
        ]}
      />
    </>
  );
}
