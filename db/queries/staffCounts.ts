import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { QueueKind } from '#app/domain/queue.ts';
import { queueCounts, totalOf } from './queue/counts.ts';
import { unfiltered } from './queue/filter.ts';

/** What waits at the actor's office now: the figures in the header of every staff page, as the tabs have them. */
export type StaffCounts = {
  reviews: number;
  changes: number;
  images: number;
  visits: number;
  dueToday: number;
};

const shown: readonly QueueKind[] = ['new', 'content', 'image', 'visit'];
/** The kinds that have due dates. */
const dated: readonly QueueKind[] = ['new', 'visit', 'stop', 'check'];

export async function staffCounts(
  knex: Knex,
  actor: StaffActor,
  today: CalendarDate,
  now: Instant,
): Promise<StaffCounts> {
  const moment = { actor, today, now };
  const counts = await queueCounts(knex, unfiltered, moment, shown);
  const due = await queueCounts(knex, { ...unfiltered, due: 'today' }, moment, dated);
  return {
    reviews: counts.new,
    changes: counts.content,
    images: counts.image,
    visits: counts.visit,
    dueToday: totalOf(due),
  };
}
