import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { retryJob } from '#app/procedures/job/retry.ts';
import { openDatabase } from '#db/connection.ts';
import { isBusy } from '#db/rows.ts';
import type { Crowd } from './crowd.ts';
import type { Installation } from './installation.ts';

/** Something that goes wrong beside dying, and how people fared meanwhile. */
export type Trouble = {
  name: string;
  /** Forms that were acknowledged while it lasted. */
  acknowledgedMeanwhile: number;
  /** "Please try again in a moment" while it lasted. */
  putOffMeanwhile: number;
  /** What /readyz of a web process said while it lasted. */
  readiness: string;
  /** Seconds from its end until a form was acknowledged and /readyz said "ready". */
  recovery: number;
};

type Happening = { name: string; begin(): Promise<void>; end(): Promise<void>; lasts: number };

const hour = 3_600_000;

/** An SQLite file that another process has locked for writing. */
function lockedDatabase({ database }: Installation, lasts: number): Happening | null {
  if (database.settings.dialect !== 'sqlite') return null;
  const other = openDatabase(database.settings);
  return {
    name: `database locked for ${lasts / 1_000} s`,
    lasts,
    begin: async () => {
      for (let held = false; !held; await rest(20))
        held = await other.writer.raw('begin immediate').then(
          () => true,
          (error: unknown) => {
            if (isBusy(error)) return false;
            throw error;
          },
        );
    },
    end: async () => {
      await other.writer.raw('rollback');
      await other.close();
    },
  };
}

/** Letters that nobody will take: their jobs are dead, and a supervisor sends them again. */
export async function sendAgain({ database, office }: Installation): Promise<number> {
  const dead: string[] = await database.reader('job').where({ state: 'dead' }).pluck('id');
  for (const jobId of dead) await office.perform(retryJob, office.staff.supervisor, { jobId });
  return dead.length;
}

/** A folder on a small file system of its own, filled to the last byte. */
function fullDisk({ folder }: Installation): Happening {
  const ballast = path.join(folder, 'ballast');
  return {
    name: 'disk full',
    lasts: 5_000,
    begin: async () => {
      const file = await open(ballast, 'w');
      const block = Buffer.alloc(65_536, 1);
      try {
        for (;;) await file.write(block);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      } finally {
        await file.close();
      }
    },
    end: () => rm(ballast),
  };
}

function happenings(installation: Installation): Happening[] {
  const { mail, redis, clock } = installation;
  const nothing = async (): Promise<void> => {};
  const mailTroubles: Happening[] = [
    { name: 'mail server down', lasts: 4_000, begin: mail.goDown, end: mail.comeBack },
    {
      name: 'mail server slow',
      lasts: 5_000,
      begin: async () => mail.answerMail('late'),
      end: nothing,
    },
    {
      name: 'mail server answers 451',
      lasts: 4_000,
      begin: async () => mail.answerMail(451),
      end: nothing,
    },
    {
      name: 'mail server refuses every recipient (550)',
      lasts: 4_000,
      begin: async () => mail.answerRecipient(550),
      end: async () => mail.answerRecipient(250),
    },
  ];
  const redisTroubles: Happening[] =
    redis === null
      ? []
      : [
          { name: 'Redis down', lasts: 8_000, begin: redis.goDown, end: redis.comeBack },
          {
            name: 'Redis silent',
            lasts: 8_000,
            begin: async () => redis.holdItsTongue(),
            end: async () => redis.answer(),
          },
          { name: 'Redis emptied', lasts: 2_000, begin: redis.forgetEverything, end: nothing },
        ];
  const clockTroubles: Happening[] = [
    { name: 'clock an hour ahead', lasts: 3_000, begin: () => clock.moveBy(hour), end: nothing },
    { name: 'clock an hour back', lasts: 3_000, begin: () => clock.moveBy(-hour), end: nothing },
    { name: 'the next day', lasts: 3_000, begin: () => clock.moveBy(24 * hour), end: nothing },
  ];
  const locks = [lockedDatabase(installation, 3_000), lockedDatabase(installation, 8_000)];
  return [
    ...mailTroubles,
    ...redisTroubles,
    ...clockTroubles,
    ...locks.filter((lock) => lock !== null),
    ...(installation.smallDisk ? [fullDisk(installation)] : []),
  ];
}

/** Everything that goes wrong with this installation, one after the other, while the crowd works on. */
export function troublesOf(
  installation: Installation,
  crowd: Crowd,
): { name: string; happen(): Promise<Trouble> }[] {
  const web = installation.machines.find(({ role }) => role === 'web');
  const readiness = async (): Promise<string> =>
    fetch(`${web?.origin}/readyz`, { signal: AbortSignal.timeout(10_000) }).then(
      async (answer) => `${answer.status} ${(await answer.text()).trim()}`,
      () => 'no answer',
    );

  return happenings(installation).map(({ name, lasts, begin, end }) => ({
    name,
    happen: async () => {
      const before = { acknowledged: crowd.acknowledged(), putOff: crowd.experience.putOff };
      await begin();
      await rest(lasts);
      const said = await readiness();
      const acknowledgedMeanwhile = crowd.acknowledged() - before.acknowledged;
      const putOffMeanwhile = crowd.experience.putOff - before.putOff;
      await end();
      const since = performance.now();
      const after = crowd.acknowledged();
      while (crowd.acknowledged() === after || (await readiness()) !== '200 ready') await rest(50);
      const recovery = Math.round((performance.now() - since) / 100) / 10;
      return { name, acknowledgedMeanwhile, putOffMeanwhile, readiness: said, recovery };
    },
  }));
}
