import { common } from '#app/text/common.ts';
import { Link } from '#app/web/remix.ts';
import styles from './Pagination.module.css';

export type PaginationProps = {
  /** Counting from 1. */
  page: number;
  pages: number;
  total: number;
  href: (page: number) => string;
};

/** Pages of a list as links: 前へ, where we are, 次へ. */
export function Pagination({ page, pages, total, href }: PaginationProps) {
  return (
    <nav aria-label={common.pagination} className={styles.pagination}>
      <p className="numeric">{common.totalRows(total)}</p>
      {pages <= 1 ? null : (
        <>
          {page > 1 ? (
            <Link to={href(page - 1)} rel="prev">
              {common.previousPage}
            </Link>
          ) : null}
          <p className="numeric" aria-current="page">
            {common.page(page, pages)}
          </p>
          {page < pages ? (
            <Link to={href(page + 1)} rel="next">
              {common.nextPage}
            </Link>
          ) : null}
        </>
      )}
    </nav>
  );
}
