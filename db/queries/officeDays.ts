import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';

/** The own days of the actor's office, and why it is closed on each day it closes itself. */
export type OfficeDaysWithReasons = {
  extraOpen: CalendarDate[];
  extraClosed: CalendarDate[];
  reasons: Readonly<Record<CalendarDate, string>>;
};

export async function officeDays(knex: Knex, actor: StaffActor): Promise<OfficeDaysWithReasons> {
  const days: { date: string; kind: string; reason: string }[] = await knex('office_calendar_day')
    .where({ office_id: actor.officeId, service: 'all' })
    .orderBy('date')
    .select('date', 'kind', 'reason');
  const datesOf = (kind: string) => days.filter((day) => day.kind === kind).map((day) => day.date);
  const closed = days.filter((day) => day.kind === 'closed');
  return {
    extraOpen: datesOf('open'),
    extraClosed: datesOf('closed'),
    reasons: Object.fromEntries(closed.map((day) => [day.date, day.reason])),
  };
}
