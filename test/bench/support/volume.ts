import path from 'node:path';
import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import { type Clock, frozenClock, toInstant } from '#app/domain/clock.ts';
import { createSecrets } from '#app/secrets.server.ts';
import type { Database } from '#db/connection.ts';
import { fillWithVolume } from '#db/seeds/volume/index.ts';
import { type Scale, scales } from '#db/seeds/volume/scale.ts';
import { createStores, type Stores } from '#db/stores/index.ts';
import { demoOffice } from '#fixtures/demo.ts';
import { schedule, sweepJob } from '#jobs/schedule.ts';
import { loadCatalogue } from '#rules/catalogue.ts';
import { type OwnDatabase, ownDatabase } from '#test/support/ownDatabase.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { signedIn } from '#test/support/session.ts';
import { secret } from '#test/support/world.ts';

/** An ordinary working day; the data end with the day before. */
export const workingDay: CalendarDate = '2026-11-24';

/** A database with invented data of some size, and the first of its offices to look from. */
export type Volume = {
  database: OwnDatabase;
  clock: Clock;
  stores: Stores;
  /** What a production process is told; `environment` adds to it. */
  start(environment?: Record<string, string>): Promise<RunningServer>;
  /** Cookie of a clerk of the first office, and those of its busiest employers. */
  clerk(): Promise<string>;
  employers(count: number): Promise<readonly string[]>;
};

/** The scale of that name. @throws Error when there is none */
export function scaleOf(name: string): Scale {
  const scale = Object.hasOwn(scales, name) ? scales[name] : undefined;
  if (scale === undefined)
    throw new Error(`There is no scale ${name}, but: ${Object.keys(scales).join(', ')}.`);
  return scale;
}

/** Null where no PostgreSQL lets us in. */
export async function openVolume(
  dialect: Database['dialect'],
  scale: Scale,
  { today = workingDay, asOf = today }: { today?: CalendarDate; asOf?: CalendarDate } = {},
): Promise<Volume | null> {
  const database = await ownDatabase(dialect);
  if (database === null) return null;
  await fillWithVolume(database, {
    scale,
    seed: '1',
    today,
    rules: await loadCatalogue(path.resolve('rules')),
    auditKey: createSecrets(secret).auditKey,
    passwordHash: 'none',
  });
  const now = `${asOf}T10:00+09:00`;
  const clock = frozenClock(now);
  const stores = createStores(database.writer, dialect);
  const people = { clock, stores };
  return {
    database,
    clock,
    stores,
    // Demo mode takes a standing clock; NODE_ENV is what React chooses its production build by.
    start: (environment = {}) =>
      startServer({ NODE_ENV: 'production', DEMO: '1', NOW: now, ...database.environment, ...environment }),
    clerk: async () => {
      const { id } = await database
        .reader('staff')
        .where({ office_id: demoOffice.id, role: 'clerk' })
        .first('id');
      return signedIn(people, 'staff', id);
    },
    employers: async (count) => {
      const ids: string[] = await database
        .reader('posting')
        .where({ office_id: demoOffice.id, state: 'valid' })
        .whereNotNull('account_id')
        .groupBy('account_id')
        .orderByRaw('count(*) desc, account_id')
        .limit(count)
        .pluck('account_id');
      const cookies: string[] = [];
      for (const id of ids) cookies.push(await signedIn(people, 'mypage', id));
      return cookies;
    },
  };
}

/** The sweeps of the night are done already, so that a server has nothing to do but answer. */
export async function afterTheNight({ database, clock, stores }: Volume): Promise<void> {
  const now = toInstant(clock.now());
  const today = now.slice(0, 10);
  for (const sweep of schedule)
    for (const slot of [addDays(today, -1), today])
      await stores.jobs.enqueue(sweepJob(sweep, slot), now, `${sweep.name}:${slot}`);
  await database.writer('job').update({ state: 'done', finished_at: now });
}
