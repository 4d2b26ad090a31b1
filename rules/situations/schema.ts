import { type CalendarDate, compareDates } from '#app/domain/calendar.ts';
import type { SituationProblem } from '#rules/situation.ts';

/** Pieces of JSON Schema that the situations share. */
export const date = { type: 'string', format: 'calendarDate' } as const;
export const dateOrNull = { type: ['string', 'null'], format: 'calendarDate' } as const;
export const flag = { type: 'boolean' } as const;
export const count = { type: 'integer', minimum: 0, maximum: 1_000_000 } as const;

/** An object that has exactly these fields. */
export const exactly = (properties: Readonly<Record<string, object>>): object => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});

/** A day after the day of judgement cannot have been known then: bad input. null is not a day. */
export const notAfter = (asOf: CalendarDate, path: string, day: CalendarDate | null): SituationProblem[] =>
  day !== null && compareDates(day, asOf) > 0
    ? [{ path, message: `must not be later than asOf ${asOf} (read: "${day}")` }]
    : [];
