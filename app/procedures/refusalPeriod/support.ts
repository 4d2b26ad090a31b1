import type { CalendarDate } from '#app/domain/calendar.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import type { RefusalPeriod } from '#app/domain/refusalPeriod.ts';

/** Days that cannot be: corrected before it began, or anything that is still to come but the beginning. */
export function daysOutOfOrder(
  { from, correctedOn, sentOrPublishedOn }: Omit<RefusalPeriod, 'ground'>,
  today: CalendarDate,
): Refusal | null {
  const fields = [
    ...(correctedOn !== null && correctedOn < from
      ? [{ field: 'corrected_on', code: 'before-begin' }]
      : correctedOn !== null && correctedOn > today
        ? [{ field: 'corrected_on', code: 'in-future' }]
        : []),
    ...(sentOrPublishedOn !== null && sentOrPublishedOn > today
      ? [{ field: 'sent_or_published_on', code: 'in-future' }]
      : []),
  ];
  return fields.length === 0 ? null : refuse('fields-wrong', { fields });
}
