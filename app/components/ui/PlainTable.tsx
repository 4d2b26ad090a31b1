import type { ReactNode } from 'react';
import { common } from '#app/text/common.ts';
import { Link } from '#app/web/remix.ts';
import { Icon } from './icons.tsx';
import styles from './PlainTable.module.css';

export type Column<Row> = {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Numbers and dates stand at the end of the cell. */
  end?: true;
  /** The cell that names the row. */
  heading?: true;
  /** Where a click on the column's name leads, and how the rows are sorted by it now. */
  sort?: { href: string; now: 'ascending' | 'descending' | 'none' };
};

export type PlainTableProps<Row> = {
  caption: string;
  /** The caption is only for screen readers, because a heading says the same. */
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Shown instead of the table when there are no rows. */
  empty: ReactNode;
};

/** A dense list. Plain rows and cells, because a component per cell triples the cost of a page of fifty rows. */
export function PlainTable<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  empty,
}: PlainTableProps<Row>) {
  if (rows.length === 0) return <>{empty}</>;
  return (
    <table className={styles.table}>
      <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, label, end, sort }) => (
            <th key={key} scope="col" data-end={end} aria-sort={sort?.now}>
              {sort === undefined ? label : <SortLink label={label} sort={sort} />}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ key, label, cell, end, heading }) =>
              heading ? (
                <th key={key} scope="row" data-label={label} data-end={end}>
                  {cell(row)}
                </th>
              ) : (
                <td key={key} data-label={label} data-end={end}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SortLink({ label, sort }: { label: string; sort: NonNullable<Column<unknown>['sort']> }) {
  return (
    <Link to={sort.href} aria-label={common.sortBy(label)} className={styles.sort}>
      {label}
      {sort.now === 'none' ? null : (
        <Icon name={sort.now === 'ascending' ? 'arrowUp' : 'arrowDown'} size={16} />
      )}
    </Link>
  );
}
