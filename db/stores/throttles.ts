import type { Knex } from 'knex';
import type { Instant } from '#app/domain/clock.ts';

export type ThrottleStore = {
  /** Counts one more try in the window and returns the count so far, this one included. A past window starts anew. */
  count(key: string, now: Instant, windowEndsAt: Instant): Promise<number>;
  /** Tries in the window that is still running. */
  read(key: string, now: Instant): Promise<number>;
  reset(key: string): Promise<void>;
  /** Forgets up to so many counts whose window is over, and returns how many. */
  clear(now: Instant, limit: number): Promise<number>;
};

export function throttleStore(knex: Knex): ThrottleStore {
  return {
    count: async (key, now, windowEndsAt) => {
      const rows = await knex('throttle')
        .insert({ key, count: 1, window_ends_at: windowEndsAt })
        .onConflict('key')
        .merge({
          count: knex.raw('case when throttle.window_ends_at <= ? then 1 else throttle.count + 1 end', [now]),
          window_ends_at: knex.raw(
            'case when throttle.window_ends_at <= ? then ? else throttle.window_ends_at end',
            [now, windowEndsAt],
          ),
        })
        .returning('count');
      return rows[0].count;
    },
    read: async (key, now) => {
      const row = await knex('throttle').where({ key }).where('window_ends_at', '>', now).first();
      return row?.count ?? 0;
    },
    reset: async (key) => {
      await knex('throttle').where({ key }).delete();
    },
    clear: (now, limit) =>
      knex('throttle')
        .whereIn('key', knex('throttle').where('window_ends_at', '<=', now).select('key').limit(limit))
        .delete(),
  };
}
