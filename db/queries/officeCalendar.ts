import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { OfficeDay } from '#app/domain/officeDay.ts';
import { dueDateStore, type OpenDueDate } from '../stores/dueDates.ts';
import { type OfficeDays, officeStore } from '../stores/offices.ts';
import { type NamedRecord, namedRecords } from './namedRecords.ts';

/** The own days of the actor's office from `from` to `to`, those for placement only included. */
export const ownDays = (
  knex: Knex,
  actor: StaffActor,
  from: CalendarDate,
  to: CalendarDate,
): Promise<OfficeDay[]> => officeStore(knex).ownDays(actor.officeId, from, to);

/** One day of the actor's office, null where it does what everybody does. */
export const ownDay = async (knex: Knex, actor: StaffActor, date: CalendarDate): Promise<OfficeDay | null> =>
  (await officeStore(knex).day(actor.officeId, date)) ?? null;

export type DayRecords = {
  before: OfficeDay | null;
  days: OfficeDays;
  open: readonly OpenDueDate[];
  named: Readonly<Record<string, NamedRecord>>;
};

/** What setting a day is judged on: the calendar as it is, and the due dates between two days with their postings. */
export async function dayRecords(
  knex: Knex,
  actor: StaffActor,
  date: CalendarDate,
  near: { from: CalendarDate; to: CalendarDate },
): Promise<DayRecords> {
  const open = await dueDateStore(knex).open(actor.officeId, near.from, near.to);
  const named = await namedRecords(
    knex,
    actor,
    open.map(({ postingId }) => postingId),
  );
  return {
    before: await ownDay(knex, actor, date),
    days: await officeStore(knex).daysOf(actor.officeId),
    open,
    named: Object.fromEntries(named),
  };
}
