import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { done, refuse } from '#app/domain/refusal.ts';
import { createUnitOfWork } from '#db/unitOfWork.ts';
import { eachOf, type SweepPart, sweep } from '#jobs/handlers/sweep.ts';
import { describeOnEveryDatabase, type OpenDatabase } from '#test/support/database.ts';

const slot = '2026-11-25';
const now = '2026-11-24T15:10:00.000Z';
const job = { id: randomUUID(), dedupe: 'sweep' };

/** A thousand numbers to be ticked off; each is found until it is, and none again after it. */
async function numbers(open: OpenDatabase, count = 1_000) {
  const write = createUnitOfWork(await open());
  const ticked: number[] = [];
  const wrong = new Set<number>();
  const refused = new Set<number>();
  let before = async (_item: number): Promise<void> => {};
  const part = (key: string, from: number, to: number): SweepPart => {
    const left = (after: number | null) =>
      Array.from({ length: to - from }, (_, index) => from + index).filter(
        (one) => !ticked.includes(one) && one > (after ?? -1),
      );
    return eachOf<number>(key, {
      total: async () => left(null).length,
      find: async (after, limit) => left(after).slice(0, limit),
      act: async (item) => {
        await before(item);
        if (wrong.has(item)) throw new Error(`${item} went wrong.`);
        if (refused.has(item)) return refuse('not-now');
        ticked.push(item);
        return done(null);
      },
    });
  };
  const perform = () => Promise.reject(new Error('This sweep performs nothing.'));
  const handler = sweep({ perform, write, now: () => now }, 'posting.expire', () => [
    part('first', 0, count / 2),
    part('second', count / 2, count),
  ]);
  const runs = () => write(({ sweepRuns }) => sweepRuns.latestOf('posting.expire'));
  return {
    write,
    ticked,
    wrong,
    refused,
    beforeEach: (act: typeof before) => {
      before = act;
    },
    /** As the runner does: the effect is committed with the end of the job. */
    run: async (runId?: string) => {
      const outcome = await handler.run(runId === undefined ? { slot } : { slot, runId }, job, now);
      if (outcome.state === 'done') await write(async (stores) => outcome.effect?.(stores));
      return outcome;
    },
    handler,
    latest: async () => {
      const run = await runs();
      if (run === undefined) throw new Error('There is no run.');
      return run;
    },
  };
}

describeOnEveryDatabase('A sweep', (open) => {
  test('goes through all of its parts and tells what it came to', async () => {
    const { run, latest, ticked, refused } = await numbers(open);
    refused.add(7).add(800);
    await run();
    expect(ticked).toHaveLength(998);
    expect(await latest()).toMatchObject({
      slot,
      state: 'done',
      total: 1_000,
      counts: { lookedAt: 1_000, actedOn: 998, skipped: 2, failed: 0 },
      askedBy: null,
      startedAt: now,
      finishedAt: now,
    });
  });

  test('notes how far it has come, so that one that is killed goes on after its last batch', async () => {
    const { run, latest, ticked, beforeEach, write } = await numbers(open);
    beforeEach(async (item) => {
      if (item === 450) throw Object.assign(new Error('The plug is pulled.'), { name: 'DatabaseBusy' });
    });
    await expect(run()).rejects.toThrow('The plug is pulled.');
    expect(await latest()).toMatchObject({ state: 'running', counts: { lookedAt: 400, actedOn: 400 } });
    const looked: number[] = [];
    beforeEach(async (item) => void looked.push(item));
    await run();
    expect(looked[0]).toBe(450);
    expect(new Set(ticked).size).toBe(1_000);
    expect(ticked).toHaveLength(1_000);
    expect(await write(({ sweepRuns }) => sweepRuns.latestOf('posting.expire'))).toMatchObject({
      state: 'done',
    });
  });

  test('stops after the batch it is at, keeps its place, and goes on from there', async () => {
    const { run, latest, ticked, beforeEach, write } = await numbers(open);
    const staffId = await someStaff(write);
    beforeEach(async (item) => {
      if (item !== 610) return;
      const { id } = await latest();
      await write(({ sweepRuns }) => sweepRuns.stop(id, staffId, now));
    });
    expect(await run()).toEqual({ state: 'cancelled', reason: 'sweep-stopped' });
    expect(ticked).toHaveLength(700);
    const { id, ...stopped } = await latest();
    expect(stopped).toMatchObject({ state: 'stopped', stoppedBy: staffId, counts: { actedOn: 700 } });

    expect(await run(id)).toEqual({ state: 'cancelled', reason: 'sweep-over' });
    const looked: number[] = [];
    beforeEach(async (item) => void looked.push(item));
    await write(({ sweepRuns }) => sweepRuns.resume(id));
    await run(id);
    expect(looked[0]).toBe(700);
    expect(await latest()).toMatchObject({ id, state: 'done', counts: { lookedAt: 1_000, actedOn: 1_000 } });
  });

  test('is not held up by a record that goes wrong, and looks at it again', async () => {
    const { run, latest, ticked, wrong } = await numbers(open);
    wrong.add(3).add(999);
    await expect(run()).rejects.toMatchObject({ code: 'sweep-incomplete' });
    expect(ticked).toHaveLength(998);
    expect(await latest()).toMatchObject({ state: 'running', counts: { lookedAt: 1_000, failed: 2 } });
    wrong.clear();
    await run();
    expect(ticked).toHaveLength(1_000);
    expect(await latest()).toMatchObject({
      state: 'done',
      total: 1_002,
      counts: { lookedAt: 1_002, actedOn: 1_000, failed: 0 },
    });
  });

  test('that somebody else has taken up writes nothing more of its place', async () => {
    const { run, latest, ticked, beforeEach } = await numbers(open);
    let overtaken: Promise<unknown> | undefined;
    beforeEach(async (item) => {
      if (item !== 250 || overtaken) return;
      overtaken = run();
      await overtaken;
    });
    expect(await run()).toEqual({ state: 'cancelled', reason: 'sweep-stopped' });
    expect(await overtaken).toMatchObject({ state: 'done' });
    expect(new Set(ticked).size).toBe(1_000);
    expect(await latest()).toMatchObject({ state: 'done' });
  });

  test('whose job is given up is marked as failed and can be taken up again', async () => {
    const { run, latest, wrong, write, handler } = await numbers(open, 10);
    wrong.add(1);
    await expect(run()).rejects.toThrow();
    await write(async (stores) => handler.ended?.({ slot }, stores));
    expect(await latest()).toMatchObject({ state: 'failed' });
    wrong.clear();
    await run();
    expect(await latest()).toMatchObject({ state: 'done' });
  });

  test('has nothing to do a second time on its day', async () => {
    const { run } = await numbers(open, 10);
    await run();
    expect(await run()).toEqual({ state: 'cancelled', reason: 'sweep-over' });
  });
});

async function someStaff(write: ReturnType<typeof createUnitOfWork>): Promise<string> {
  const [officeId, id] = [randomUUID(), randomUUID()];
  await write(async ({ offices, staff }) => {
    await offices.insert({
      id: officeId,
      code: '99010',
      name: 'ハローワーク見本',
      phone: '0300000000',
      postal: '1000000',
      address: '東京都見本区見本1-1',
      prefecture: '東京都',
    });
    await staff.insert({
      id,
      officeId,
      name: '監督 一郎（見本）',
      role: 'supervisor',
      loginName: 'ichiro',
      passwordHash: 'none',
      demo: false,
      active: true,
    });
  });
  return id;
}
