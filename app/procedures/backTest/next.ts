import type { Stores } from '#db/stores/index.ts';

/**
 * Lets the back-test begin that has waited longest, unless one runs: its job is written in the same transaction as what
 * made room for it. The job bears the id of the back-test, so there is one for each.
 */
export async function startNext({ backTests, jobs }: Pick<Stores, 'backTests' | 'jobs'>): Promise<void> {
  await backTests.hold();
  if (await backTests.oneRuns()) return;
  const next = await backTests.firstWaiting();
  if (next === undefined || !(await backTests.begin(next.id))) return;
  await jobs.enqueue(
    { kind: 'backTest.run', payload: { backTestId: next.id }, dedupe: `backTest:${next.id}` },
    next.startedAt,
    next.id,
  );
}
