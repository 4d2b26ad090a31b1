import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import { businessDate, type Clock, type Instant, toInstant } from '#app/domain/clock.ts';

/** The clock of the seed: it is moved through the past, never backwards and never beyond the real present. */
export type SeedTime = Clock & {
  today: CalendarDate;
  /** Half past ten and the like of a day so many days ago, in Japan. */
  at(daysAgo: number, time: string): Instant;
  moveTo(instant: Instant): void;
  pass(minutes: number): void;
};

export const instantOf = (date: CalendarDate, time: string): Instant =>
  toInstant(new Date(`${date}T${time}:00+09:00`));

/** Each reading is a second later than the one before, so that what happens in turn differs in time. */
export function seedTime(present: Date): SeedTime {
  const end = present.getTime();
  const today = businessDate(present);
  let millis = 0;
  const forward = (to: number): void => {
    millis = Math.min(Math.max(millis, to), end);
  };
  return {
    today,
    at: (daysAgo, time) => instantOf(addDays(today, -daysAgo), time),
    moveTo: (instant) => forward(Date.parse(instant)),
    pass: (minutes) => forward(millis + minutes * 60_000),
    now: () => {
      forward(millis + 1_000);
      return new Date(millis);
    },
  };
}
