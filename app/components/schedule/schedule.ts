import type { SweepName, SweepRun } from '#app/domain/sweep.ts';
import { jobsText } from '#app/text/staff/jobs.ts';

/** Posted as `_intent` by the buttons of a row. */
export const sweepIntents = { run: 'run', stop: 'stop', resume: 'resume' } as const;

/** A run as the pages show it. */
export type ShownRun = SweepRun & { askedByName: string | null; stoppedByName: string | null };

/** A sweep is called what its job is called. */
export const sweepTitle = (sweep: SweepName): string => jobsText.kinds[sweep];

/** Whole seconds from its beginning to its end; null while it has none of them. */
export const secondsOf = ({ startedAt, finishedAt }: SweepRun): number | null =>
  startedAt === null || finishedAt === null
    ? null
    : Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000);
