import { expect, test } from 'vitest';
import { schedule, sweepJob } from '#jobs/schedule.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

describeOnEveryDatabase('Counts of tries', (open) => {
  test('whose time is over are forgotten at night, and the others stay', async () => {
    const office = await openOffice(await open(), '2026-11-25T01:10:00+09:00');
    const now = office.clock.now().toISOString();
    await office.stores.throttles.count('over', '2026-11-24T00:00:00.000Z', now);
    await office.stores.throttles.count('running', now, '2026-11-25T00:00:00.000Z');
    const sweep = schedule.find(({ name }) => name === 'throttle.clear');
    if (!sweep) throw new Error('The schedule clears no throttles.');
    await office.stores.jobs.enqueue(sweepJob(sweep, '2026-11-25'), now, 'night');
    await office.runner.runDue();
    expect(await office.database.reader('throttle').pluck('key')).toEqual(['running']);
    expect(await office.stores.jobs.counts()).toMatchObject({ done: 1, ready: 0 });
  });
});
