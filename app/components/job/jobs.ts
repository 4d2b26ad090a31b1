import { type JobState, jobStates } from '#app/domain/job.ts';

/** Posted as `_intent` by the buttons of a row. */
export const jobIntents = { retry: 'retry', cancel: 'cancel' } as const;

/** Tabs of the page, what needs somebody first. */
export const jobTabs = ['dead', 'ready', 'running', 'done', 'cancelled'] as const satisfies JobState[];

/** The tab an address asks for; anything else is the first. */
export function stateIn(url: URL): JobState {
  const asked = url.searchParams.get('state');
  return jobStates.find((state) => state === asked) ?? jobTabs[0];
}

/** A job that waits or was given up can be called off; one given up can also be tried again. */
export const isSettleable = (state: JobState): boolean => state === 'dead' || state === 'ready';
