import { randomUUID } from 'node:crypto';
import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import { businessDate, type Clock, toInstant } from '#app/domain/clock.ts';
import type { JobRequest } from '#app/domain/job.ts';
import type { SweepTime } from '#app/domain/sweep.ts';
import type { Dependencies } from '#app/procedures/procedure.ts';

export type Sweep = SweepTime & { purpose: string };

/** What happens by itself, once a day. */
export const schedule: readonly Sweep[] = [
  {
    name: 'posting.expire',
    purpose: 'Postings whose validity has ended become invalid, and their open change requests void.',
    at: '00:05',
  },
  {
    name: 'posting.stop',
    purpose: 'Postings whose accepted stop has come become invalid.',
    at: '00:05',
  },
  {
    name: 'posting.lapse',
    purpose: 'Provisional postings lapse on the day after their 来庁期限 when nobody has come.',
    at: '00:10',
  },
  {
    name: 'posting.remind',
    purpose: 'Employers are reminded of a 来庁期限 and of a 有効期限 before it comes, once each.',
    at: '00:15',
  },
  {
    name: 'referral.notify',
    purpose: 'Referrals without a result for the weeks of the rule get their one notice.',
    at: '00:20',
  },
  {
    name: 'restriction.impose',
    purpose: 'Establishments with too many overdue results are restricted.',
    at: '00:30',
  },
  {
    name: 'invariant.look',
    purpose: 'Every office is looked through for states that should be impossible.',
    at: '02:00',
  },
  {
    name: 'message.erase',
    purpose: 'Messages that were sent longer ago than the rule keeps them are erased, for both sides.',
    at: '01:00',
  },
  {
    name: 'retention.sweep',
    purpose: 'MyPages whose time is over are listed; where the office lets it, they are erased.',
    at: '01:20',
  },
  {
    name: 'image.checkFiles',
    purpose: 'Picture files without an image are removed, images without a file are reported.',
    at: '01:40',
  },
  {
    name: 'audit.anchor',
    purpose: 'The head of the audit chain is signed and written into the log.',
    at: '02:10',
  },
  {
    name: 'throttle.clear',
    purpose: 'Counts of tries and requests whose time is over are forgotten.',
    at: '01:10',
  },
];

/** The job of a slot; its unique `dedupe` claims the slot once. */
export const sweepJob = ({ name }: Pick<Sweep, 'name'>, slot: CalendarDate): JobRequest => ({
  kind: name,
  payload: { slot },
  dedupe: `sweep:${name}:${slot}`,
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
