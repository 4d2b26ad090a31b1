import { expect, test } from 'vitest';
import { type SweepRun, sweepNames } from '#app/domain/sweep.ts';
import { cancelJob } from '#app/procedures/job/cancel.ts';
import { resumeSweep } from '#app/procedures/sweep/resume.ts';
import { runSweepNow } from '#app/procedures/sweep/runNow.ts';
import { stopSweep } from '#app/procedures/sweep/stop.ts';
import { actsOfRuns } from '#db/queries/schedule.ts';
import { createUnitOfWork } from '#db/unitOfWork.ts';
import { createSchedule, schedule as table } from '#jobs/schedule.ts';
import { describeOnEveryDatabase, type OpenDatabase } from '#test/support/database.ts';
import { granted, openOffice } from '#test/support/world.ts';

/** A posting whose 来庁期限 is Tuesday 2026-12-08, and the nights that follow. */
async function awaited(open: OpenDatabase) {
  const database = await open();
  const office = await openOffice(database, '2026-11-24T10:00:00+09:00');
  const employer = await office.openedAtCounter();
  const { id } = await office.submitted(employer, await office.filledIn(employer));
  await office.runner.runDue();
  const unitOfWork = createUnitOfWork(database);
  const latest = async (): Promise<SweepRun> => {
    const run = await office.stores.sweepRuns.latestOf('posting.lapse');
    if (run === undefined) throw new Error('There is no run.');
    return run;
  };
  return {
    database,
    office,
    id,
    latest,
    /** A process with a schedule of its own. */
    anotherSchedule: () => createSchedule({ unitOfWork, clock: office.clock }),
    runs: () => database.reader('sweep_run').where({ sweep: 'posting.lapse' }).orderBy('created_at'),
    askNow: () => office.perform(runSweepNow, office.staff.supervisor, { sweep: 'posting.lapse' }),
  };
}

describeOnEveryDatabase('The runs of a sweep', (open) => {
  test('are one for a day, however many processes look, with what they came to', async () => {
    const { office, id, anotherSchedule, runs, latest } = await awaited(open);
    office.clock.moveTo('2026-12-09T00:10:00+09:00');
    await Promise.all([anotherSchedule()(), anotherSchedule()(), anotherSchedule()()]);
    await Promise.all([office.runner.runDue(), office.runner.runDue()]);
    await anotherSchedule()();
    await office.runner.runDue();
    expect(await runs()).toHaveLength(1);
    expect(await latest()).toMatchObject({
      slot: '2026-12-09',
      state: 'done',
      total: 1,
      counts: { lookedAt: 1, actedOn: 1, skipped: 0, failed: 0 },
      askedBy: null,
    });
    expect((await office.now(id)).state).toBe('lapsed');
  });

  test('make up for days on which nothing ran, in one run of the last of them', async () => {
    const { office, id, anotherSchedule, latest, runs } = await awaited(open);
    office.clock.moveTo('2026-12-20T09:00:00+09:00');
    await anotherSchedule()();
    await office.runner.runDue();
    expect(await runs()).toHaveLength(1);
    expect(await latest()).toMatchObject({ slot: '2026-12-20', counts: { actedOn: 1 } });
    expect((await office.now(id)).state).toBe('lapsed');
  });

  test('name the records they touched by the id of the run', async () => {
    const { database, office, id, anotherSchedule, latest } = await awaited(open);
    office.clock.moveTo('2026-12-09T00:10:00+09:00');
    await anotherSchedule()();
    await office.runner.runDue();
    const { acts, counts } = await actsOfRuns(database.reader, office.staff.clerk, [(await latest()).id]);
    expect(acts).toMatchObject([{ action: 'posting.lapsed', subject: { id }, named: { pageId: id } }]);
    expect(counts).toEqual([{ action: 'posting.lapsed', count: 1 }]);
    const elsewhere = await actsOfRuns(database.reader, office.staff.neighbour, [(await latest()).id]);
    expect(elsewhere.acts).toEqual([]);
  });

  test('can be asked for by a supervisor beside the one of the day, and do nothing twice', async () => {
    const { office, anotherSchedule, askNow, runs, latest } = await awaited(open);
    office.clock.moveTo('2026-12-09T00:10:00+09:00');
    await anotherSchedule()();
    await office.runner.runDue();
    office.mails.length = 0;
    office.clock.moveTo('2026-12-09T10:00:00+09:00');
    granted(await askNow());
    expect(await latest()).toMatchObject({ state: 'waiting', askedBy: office.staff.supervisor.id });
    await expect(askNow()).rejects.toMatchObject({ name: 'Conflict' });
    await office.runner.runDue();
    expect(await runs()).toHaveLength(2);
    expect(await latest()).toMatchObject({ state: 'done', counts: { lookedAt: 0 } });
    expect(office.mails).toEqual([]);
    granted(await askNow());
  });

  test('wait while they are stopped, and go on when a supervisor says so', async () => {
    const { office, id, anotherSchedule, latest } = await awaited(open);
    const { supervisor, clerk } = office.staff;
    office.clock.moveTo('2026-12-09T10:00:00+09:00');
    const { runId } = granted(await office.perform(runSweepNow, supervisor, { sweep: 'posting.lapse' }));
    await expect(office.perform(stopSweep, clerk, { runId })).rejects.toMatchObject({ name: 'Forbidden' });
    granted(await office.perform(stopSweep, supervisor, { runId }));
    await office.runner.runDue();
    expect((await office.now(id)).state).toBe('awaiting_visit');
    expect(await latest()).toMatchObject({ state: 'stopped', stoppedBy: supervisor.id });
    await expect(office.perform(stopSweep, supervisor, { runId })).rejects.toMatchObject({
      name: 'Conflict',
    });

    granted(await office.perform(resumeSweep, supervisor, { runId }));
    await office.runner.runDue();
    expect((await office.now(id)).state).toBe('lapsed');
    expect(await latest()).toMatchObject({ state: 'done', counts: { actedOn: 1 } });
    await expect(office.perform(resumeSweep, supervisor, { runId })).rejects.toMatchObject({
      name: 'Conflict',
    });
    await anotherSchedule()();
  });

  test('are stopped with their job, where that is called off', async () => {
    const { database, office, askNow, latest } = await awaited(open);
    const { runId } = granted(await askNow());
    const job = await database
      .reader('job')
      .where({ dedupe: `sweep:${runId}` })
      .first();
    granted(await office.perform(cancelJob, office.staff.supervisor, { jobId: job.id }));
    expect(await latest()).toMatchObject({ id: runId, state: 'stopped' });
  });
});

test('every sweep is in the table once, with its time', () => {
  expect(table.map(({ name }) => name).toSorted()).toEqual(sweepNames.toSorted());
  for (const { at } of table) expect(at).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
});
