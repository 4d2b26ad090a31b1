import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { QueueKind } from '#app/domain/queue.ts';

/**
 * Where items of one kind come from. Every column is fixed SQL over the tables of `waiting` and `described`, so that
 * the rows of all kinds are one table, and so that `dueKey`, `since` and `id` are the columns of an index
 * (db/migrations/011): the queue is read in its order and never sorted as a whole.
 */
export type QueueSource = {
  kind: QueueKind;
  /** The rows that wait within the actor's reach; nothing is selected yet. */
  waiting(knex: Knex, actor: StaffActor): Knex.QueryBuilder;
  /** Joins what only a list shows. */
  described?(rows: Knex.QueryBuilder): Knex.QueryBuilder;
  columns: {
    id: string;
    establishmentId: string;
    /** Of a check: the posting that is to be looked at, or null; of the other kinds null. */
    postingId: string;
    state: string;
    /** 期限 while it counts, `YYYY-MM-DD`; `noDueKey` where there is none. */
    dueKey: string;
    /** Since when it waits: an instant, or a day. */
    since: string;
    title: string;
    number: string;
    /** How many images wait. */
    images: string;
  };
};

/** What stands for no due date in the order of the queue: it comes after every day there is. */
export const noDueKey = '9999-12-31';

/** A column that a kind has not. */
export const noText = 'cast(null as text)';
export const noDue = { dueKey: "cast('9999-12-31' as text)" };

/** Orders the rows of a source as the queue does; what is the same for all of them orders nothing. */
export const inQueueOrder = (
  knex: Knex,
  rows: Knex.QueryBuilder,
  { columns: { dueKey, since, id } }: QueueSource,
): Knex.QueryBuilder =>
  rows.orderBy(
    [...(dueKey === noDue.dueKey ? [] : [dueKey]), since, id].map((sql) => ({ column: knex.raw(sql) })),
  );
