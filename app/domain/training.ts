import { addDays, type CalendarDate } from './calendar.ts';
import { type Clock, type Instant, toInstant } from './clock.ts';

/** 練習モード: how the clock of a training database stands, and where it is on its way to. */
export type Training = {
  /** How far it is ahead of the real one; less than nothing after a reset to older data. */
  offsetSeconds: number;
  /** The days it is asked to go through, one after the other. */
  goal: { from: CalendarDate; to: CalendarDate } | null;
  resetAsked: boolean;
  /** How often it went back to the beginning; every process reads its rules anew then. */
  resets: number;
  /** The moment at which the invented data end and the training begins. */
  beganAt: Instant;
};

/** The time of day at which a day begins for people, in Japan: where the clock comes to rest. */
export const morning = '08:30';

/** As far as the clock goes at once: past the five years after which an account is erased. */
export const mostDays = 1_900;

export const instantAt = (date: CalendarDate, time: string): Instant =>
  toInstant(new Date(`${date}T${time}:00+09:00`));

/** The clock of a process in training: the real one and the offset that was read last. */
export type TrainingClock = Clock & { set(offsetSeconds: number): void };

export const trainingClock = (real: Clock): TrainingClock => {
  let offsetMs = 0;
  return {
    now: () => new Date(real.now().getTime() + offsetMs),
    set: (offsetSeconds) => {
      offsetMs = offsetSeconds * 1_000;
    },
  };
};

/** What a newcomer can watch happen. */
export const trainingEvents = ['visit', 'notice', 'restriction', 'validity', 'message'] as const;
export type TrainingEvent = (typeof trainingEvents)[number];

/**
 * The next moment at which something happens on the way to the morning of the goal: the time of a sweep, or that
 * morning; null when it is there. `times` are times of day of the sweeps.
 */
export function nextStop(
  now: Instant,
  today: CalendarDate,
  goal: CalendarDate,
  times: readonly string[],
): { at: Instant; date: CalendarDate; time: string } | null {
  const end = instantAt(goal, morning);
  if (now >= end) return null;
  const stops = [...new Set([...times, morning])].toSorted();
  for (let date = today; date <= goal; date = addDays(date, 1)) {
    const time = stops.find((one) => instantAt(date, one) > now && (one !== morning || date === goal));
    if (time !== undefined) return { at: instantAt(date, time), date, time };
  }
  return null;
}
