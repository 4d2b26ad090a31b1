import { isOpenDay } from '#app/domain/calendar.ts';
import type { InvariantHit } from '#app/domain/invariant.ts';
import type { AwaitedDay } from '#db/stores/invariants.ts';
import type { OfficeDays } from '#db/stores/offices.ts';
import { officeCalendar } from '#rules/officeCalendar.ts';

/** The due dates of one office on which it is closed. */
export function dueOnClosedDays(awaited: readonly AwaitedDay[], days: OfficeDays): InvariantHit[] {
  const calendar = officeCalendar(days);
  return awaited
    .filter(({ dueDate }) => !isOpenDay(dueDate, calendar))
    .map(({ postingId, officeId }) => ({ invariant: 'due-on-closed-day', id: postingId, officeId }));
}
