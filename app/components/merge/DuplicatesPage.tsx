import type { DuplicateMatch, EstablishmentState } from '#app/domain/establishment.ts';
import { phone as phoneText } from '#app/text/format.ts';
import { registrationText, searchText } from '#app/text/staff/establishment.ts';
import { mergeText as text } from '#app/text/staff/merge.ts';
import { establishmentMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { type Address, addressText } from '../establishment/address.ts';
import styles from '../establishment/SearchPage.module.css';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';

export type PairedRow = {
  id: string;
  state: EstablishmentState;
  number: string | null;
  name: string;
  phone: string;
  address: Address;
};

export type DuplicatesPageProps = {
  found: {
    rows: readonly { one: PairedRow; other: PairedRow; matched: DuplicateMatch['matched'] }[];
    total: number;
    page: number;
    pages: number;
  };
};

/** 重複しているかもしれない登録: pairs of the office, the likeliest first. */
export function DuplicatesPage({ found }: DuplicatesPageProps) {
  const { columns } = text;
  return (
    <>
      <PageTitle
        title={text.listTitle}
        trail={[{ to: paths.staff.establishments(), label: searchText.title }]}
      />
      <p>{text.listLead}</p>
      {found.total === 0 ? (
        <EmptyState title={text.empty}>
          <p>{text.emptyWhy}</p>
        </EmptyState>
      ) : (
        <>
          <PlainTable
            caption={text.caption}
            captionHidden
            rows={found.rows}
            rowKey={({ one, other }) => `${one.id} ${other.id}`}
            empty={null}
            columns={[
              { key: 'one', label: columns.one, heading: true, cell: ({ one }) => <Named row={one} /> },
              { key: 'other', label: columns.other, cell: ({ other }) => <Named row={other} /> },
              {
                key: 'matched',
                label: columns.matched,
                cell: ({ matched }) => matched.map((by) => registrationText.matchedWords[by]).join('・'),
              },
              {
                key: 'act',
                label: columns.act,
                cell: ({ one, other }) => <Link to={comparison(one, other)}>{text.compare}</Link>,
              },
            ]}
          />
          <Pagination {...found} href={(page) => paths.staff.duplicates({ page })} />
        </>
      )}
    </>
  );
}

/** A registered record is kept of the two; of two alike the older one. */
const comparison = (one: PairedRow, other: PairedRow): string =>
  one.state === 'registered' || other.state !== 'registered'
    ? paths.staff.merge(one.id, other.id)
    : paths.staff.merge(other.id, one.id);

/** A record as it is told from another one. */
export function Named({ row: { id, state, number, name, phone, address } }: { row: PairedRow }) {
  return (
    <>
      <Link to={paths.staff.establishment(id)}>{name}</Link> <StatusBadge mark={establishmentMarks[state]} />
      <span className={styles.kana}>{[number, phoneText(phone)].filter(Boolean).join('　')}</span>
      <span className={styles.kana}>{addressText(address)}</span>
    </>
  );
}
