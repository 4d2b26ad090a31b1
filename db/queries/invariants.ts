import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { InvariantHit } from '#app/domain/invariant.ts';
import { type AwaitedDay, invariantStore } from '../stores/invariants.ts';
import { type OfficeDays, officeStore } from '../stores/offices.ts';
import { type NamedRecord, namedRecords } from './namedRecords.ts';

export type InvariantLook = {
  hits: readonly InvariantHit[];
  awaited: readonly AwaitedDay[];
  days: OfficeDays;
  named: Readonly<Record<string, NamedRecord>>;
  /** When the night job looked last; null before its first night. */
  lookedAt: Instant | null;
};

/** What the actor's office is looked through on now, and the names of the records in question. */
export async function invariantLook(
  knex: Knex,
  actor: StaffActor,
  today: CalendarDate,
  limit: number,
): Promise<InvariantLook> {
  const store = invariantStore(knex);
  const hits = await store.hits(actor.officeId, today, limit);
  const awaited = await store.awaitedDays(actor.officeId, today);
  const latest = await knex('audit_entry')
    .where({ subject_type: 'invariant', action: 'invariant.looked' })
    .orderBy('seq', 'desc')
    .first('at');
  const ids = [...hits.map(({ id }) => id), ...awaited.map(({ postingId }) => postingId)];
  return {
    hits,
    awaited,
    days: await officeStore(knex).daysOf(actor.officeId),
    named: Object.fromEntries(await namedRecords(knex, actor, ids)),
    lookedAt: latest?.at ?? null,
  };
}
