import { randomUUID } from 'node:crypto';
import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import { businessDate, type Clock, toInstant } from '#app/domain/clock.ts';
import type { Job, JobRequest } from '#app/domain/job.ts';
import type { Dependencies } from '#app/procedures/procedure.ts';

export type Sweep = {
  name: string;
  purpose: string;
  /** Time of day in Japan, `HH:MM`. */
  at: string;
  job(slot: CalendarDate): Job;
};

/** What happens by itself, once a day. */
export const schedule: readonly Sweep[] = [
  {
    name: 'posting.expire',
    purpose: 'Postings whose validity has ended become invalid, and their open change requests void.',
    at: '00:05',
    job: (slot) => ({ kind: 'posting.expire', payload: { slot } }),
  },
  {
    name: 'posting.stop',
    purpose: 'Postings whose accepted stop has come become invalid.',
    at: '00:05',
    job: (slot) => ({ kind: 'posting.stop', payload: { slot } }),
  },
  {
    name: 'posting.lapse',
    purpose: 'Provisional postings lapse on the day after their 来庁期限 when nobody has come.',
    at: '00:10',
    job: (slot) => ({ kind: 'posting.lapse', payload: { slot } }),
  },
  {
    name: 'posting.remind',
    purpose: 'Employers are reminded of a 来庁期限 and of a 有効期限 before it comes, once each.',
    at: '00:15',
    job: (slot) => ({ kind: 'posting.remind', payload: { slot } }),
  },
  {
    name: 'referral.notify',
    purpose: 'Referrals without a result for the weeks of the rule get their one notice.',
    at: '00:20',
    job: (slot) => ({ kind: 'referral.notify', payload: { slot } }),
  },
  {
    name: 'restriction.impose',
    purpose: 'Establishments with too many overdue results are restricted.',
    at: '00:30',
    job: (slot) => ({ kind: 'restriction.impose', payload: { slot } }),
  },
  {
    name: 'invariant.look',
    purpose: 'Every office is looked through for states that should be impossible.',
    at: '02:00',
    job: (slot) => ({ kind: 'invariant.look', payload: { slot } }),
  },
  {
    name: 'message.erase',
    purpose: 'Messages that were sent longer ago than the rule keeps them are erased, for both sides.',
    at: '01:00',
    job: (slot) => ({ kind: 'message.erase', payload: { slot } }),
  },
  {
    name: 'retention.sweep',
    purpose: 'MyPages whose time is over are listed; where the office lets it, they are erased.',
    at: '01:20',
    job: (slot) => ({ kind: 'retention.sweep', payload: { slot } }),
  },
  {
    name: 'image.clearFiles',
    purpose: 'Picture files without an image are removed, images without a file are reported.',
    at: '01:40',
    job: () => ({ kind: 'image.clearFiles', payload: {} }),
  },
  {
    name: 'audit.anchor',
    purpose: 'The head of the audit chain is signed and written into the log.',
    at: '02:10',
    job: (slot) => ({ kind: 'audit.anchor', payload: { slot } }),
  },
  {
    name: 'throttle.clear',
    purpose: 'Counts of tries and requests whose time is over are forgotten.',
    at: '01:10',
    job: (slot) => ({ kind: 'throttle.clear', payload: { slot } }),
  },
];

/** The job of a slot; its unique `dedupe` claims the slot once. */
export const sweepJob = (sweep: Sweep, slot: CalendarDate): JobRequest => ({
  ...sweep.job(slot),
  dedupe: `sweep:${sweep.name}:${slot}`,
});

/** The latest day whose time of day has come. */
export function slotOf({ at }: Pick<Sweep, 'at'>, now: Date): CalendarDate {
  const today = businessDate(now);
  return now.getTime() >= Date.parse(`${today}T${at}:00+09:00`) ? today : addDays(today, -1);
}

/**
 * Writes the job of every slot that has come. The job's unique `dedupe` claims the slot once across all processes. A
 * sweep looks at states and not at days, so the latest slot makes up for any that were missed.
 */
export function createSchedule({
  unitOfWork,
  clock,
  sweeps = schedule,
}: {
  unitOfWork: Dependencies['unitOfWork'];
  clock: Clock;
  sweeps?: readonly Sweep[];
}): () => Promise<void> {
  const written = new Map<string, CalendarDate>();
  return async () => {
    const now = clock.now();
    for (const sweep of sweeps) {
      const slot = slotOf(sweep, now);
      if (written.get(sweep.name) === slot) continue;
      await unitOfWork((stores) => stores.jobs.enqueue(sweepJob(sweep, slot), toInstant(now), randomUUID()));
      written.set(sweep.name, slot);
    }
  };
}
