import { addDays, type CalendarDate } from './calendar.ts';
import { type Instant, toInstant } from './clock.ts';

/** What happens by itself once a day; jobs/schedule.ts says when. */
export const sweepNames = [
  'posting.expire',
  'posting.stop',
  'posting.lapse',
  'posting.remind',
  'referral.notify',
  'restriction.impose',
  'message.erase',
  'throttle.clear',
  'retention.sweep',
  'image.checkFiles',
  'invariant.look',
  'audit.anchor',
] as const;
export type SweepName = (typeof sweepNames)[number];

export const isSweepName = (name: string): name is SweepName =>
  (sweepNames as readonly string[]).includes(name);

/** A sweep and its time of day in Japan, `HH:MM`. */
export type SweepTime = { name: SweepName; at: string };

/** When its next slot comes. */
export function nextSlot({ at }: Pick<SweepTime, 'at'>, now: Instant, today: CalendarDate): Instant {
  const slot = (date: CalendarDate): Instant => toInstant(new Date(`${date}T${at}:00+09:00`));
  return slot(today) > now ? slot(today) : slot(addDays(today, 1));
}

/** `runId` where a supervisor asked for the run, or for the rest of one; the run of the schedule is found by its day. */
export type SweepPayload = { slot: CalendarDate; runId?: string };

export type SweepJob = { [Name in SweepName]: { kind: Name; payload: SweepPayload } }[SweepName];

/** waiting: asked for and not begun; failed: given up after many tries. */
export const sweepRunStates = ['waiting', 'running', 'stopped', 'done', 'failed'] as const;
export type SweepRunState = (typeof sweepRunStates)[number];

/**
 * What a run has come to: records it looked at, of these changed, left as they were, and gone wrong. Those that went
 * wrong are looked at again until they do not.
 */
export type SweepCounts = { lookedAt: number; actedOn: number; skipped: number; failed: number };

export const noCounts: SweepCounts = { lookedAt: 0, actedOn: 0, skipped: 0, failed: 0 };

/** One run of a sweep: that of a day, or one a supervisor asked for. */
export type SweepRun = {
  id: string;
  sweep: SweepName;
  slot: CalendarDate;
  state: SweepRunState;
  counts: SweepCounts;
  /** Records there were to look at when it began; null where they are not counted. */
  total: number | null;
  /** The supervisor who asked for it; null for the run of the schedule. */
  askedBy: string | null;
  /** The supervisor who stopped it last. */
  stoppedBy: string | null;
  startedAt: Instant | null;
  finishedAt: Instant | null;
};

/** Whether it is at work or about to be. */
export const isUnderWay = ({ state }: Pick<SweepRun, 'state'>): boolean =>
  state === 'waiting' || state === 'running';
