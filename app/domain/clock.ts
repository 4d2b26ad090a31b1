import type { CalendarDate } from './calendar.ts';

/** Where the time comes from. Built once in the composition; a procedure reads it once. */
export interface Clock {
  now(): Date;
}

/** A point in time as UTC ISO text, `2026-11-24T00:00:00.000Z`: what the databases store. Sorts as text. */
export type Instant = string;

/** Japan has kept UTC+9 without summer time since 1952. */
const TOKYO_OFFSET = 9 * 3_600_000;

/** The day it is in Asia/Tokyo at that instant, whatever zone the process runs in. */
export const businessDate = (instant: Date): CalendarDate =>
  new Date(instant.getTime() + TOKYO_OFFSET).toISOString().slice(0, 10);

/** The instant as the text the databases store. @throws RangeError on an invalid date. */
export const toInstant = (date: Date): Instant => date.toISOString();

/** The first instant of that day in Asia/Tokyo. */
export const startOfDay = (date: CalendarDate): Instant => toInstant(new Date(`${date}T00:00:00+09:00`));

/** A clock that stands still, for tests and for `NOW=…`: `frozenClock('2026-04-21T09:00+09:00')`. */
export const frozenClock = (at: Date | string): Clock => {
  const millis = new Date(at).getTime();
  if (Number.isNaN(millis)) throw new RangeError(`not a point in time: ${String(at)}`);
  return { now: () => new Date(millis) };
};

/** A clock that moves on by `stepMillis` each time it is read, so that what happens in turn differs in time. */
export const steppingClock = (at: Date | string, stepMillis = 1000): Clock => {
  let millis = frozenClock(at).now().getTime() - stepMillis;
  return {
    now: () => {
      millis += stepMillis;
      return new Date(millis);
    },
  };
};
