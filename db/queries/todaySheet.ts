import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { unfiltered } from './queue/filter.ts';
import { type QueueRow, queueRows } from './queue/rows.ts';

export type TodaySheetItems = { due: readonly QueueRow[]; own: readonly QueueRow[] };

/** As many lines as go on a few sheets of paper. */
const most = 200;

/** 本日の一覧: what is due today or past due at the actor's office, and what is the actor's own. */
export async function todaySheet(
  knex: Knex,
  actor: StaffActor,
  today: CalendarDate,
  now: Instant,
): Promise<TodaySheetItems> {
  const moment = { actor, today, now };
  const rows = (filter: Partial<typeof unfiltered>) =>
    queueRows(knex, { ...unfiltered, ...filter }, moment, { limit: most });
  return {
    due: [...(await rows({ due: 'overdue' })), ...(await rows({ due: 'today' }))],
    own: await rows({ holder: 'mine' }),
  };
}
