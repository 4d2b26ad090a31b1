import type { Knex } from 'knex';
import type { CalendarDate } from '#app/domain/calendar.ts';

/** A record in a list that is in the order of a day and then of ids; the last one of a page is where the next begins. */
export type Dated = { id: string; day: CalendarDate };

/** What comes after a record in that order, or everything. `column` holds the day. */
export const laterThan =
  (column: string, after: Dated | null) =>
  (query: Knex.QueryBuilder): void => {
    if (after === null) return;
    query
      .where(column, '>=', after.day)
      .where((later) => later.where(column, '>', after.day).orWhere('id', '>', after.id));
  };

/** How many rows a query finds. */
export const counted = async (query: Knex.QueryBuilder): Promise<number> =>
  Number((await query.count({ count: '*' }).first())?.count ?? 0);
