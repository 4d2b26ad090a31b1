import type { Knex } from 'knex';

/** Rows on one page of a list. */
export const pageSize = 50;

/** One page of a list and how many rows there are in all; a page beyond the end is the last one. */
export type Page<Row> = { rows: Row[]; total: number; page: number; pages: number };

/** A number out of the database: PostgreSQL gives counts as text. */
export const toCount = (value: unknown): number => Number(value ?? 0);

/**
 * The rows of page `page` (from 1) of `list`, which is ordered already.
 * @param matching the same rows without columns and order, for counting them
 */
export async function pageOf<Row>(
  matching: Knex.QueryBuilder,
  list: Knex.QueryBuilder,
  page: number,
): Promise<Page<Row>> {
  const [counted] = await matching.count('* as total');
  const total = toCount(counted?.total);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const shown = Math.min(Math.max(1, page), pages);
  const rows: Row[] = await list.limit(pageSize).offset((shown - 1) * pageSize);
  return { rows, total, page: shown, pages };
}
