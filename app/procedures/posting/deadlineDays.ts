import { addDays, type CalendarDate, openDayAfter } from '#app/domain/calendar.ts';
import type { OfficeDays } from '#db/stores/offices.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import { officeCalendar } from '#rules/officeCalendar.ts';

const figure = (
  rules: RuleCatalogue,
  parameter: 'visitReminderOpenDays' | 'lapsedVisitDays' | 'validityNoticeDays',
  today: CalendarDate,
): number => Number(rules.parameter('limits/deadlines', parameter, today));

/**
 * The last 来庁期限 that is reminded of today: as many open days of the office lie ahead of it as the parameter says, or
 * fewer. Closed days after the last of them belong to it, for a due date that fell on an open day closed meanwhile.
 */
export const lastDueToRemind = (rules: RuleCatalogue, days: OfficeDays, today: CalendarDate): CalendarDate =>
  addDays(openDayAfter(today, figure(rules, 'visitReminderOpenDays', today) + 1, officeCalendar(days)), -1);

/** The last 有効期限 whose end is announced today. */
export const lastEndToAnnounce = (rules: RuleCatalogue, today: CalendarDate): CalendarDate =>
  addDays(today, figure(rules, 'validityNoticeDays', today));

/** The earliest 来庁期限 whose lapsed posting can still be registered at the counter today. */
export const earliestLapsedDue = (rules: RuleCatalogue, today: CalendarDate): CalendarDate =>
  addDays(today, -figure(rules, 'lapsedVisitDays', today));
