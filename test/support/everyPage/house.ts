import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import type { Actor } from '#app/domain/actor.ts';
import { frozenClock, toInstant } from '#app/domain/clock.ts';
import { openPictureRoom } from '#app/pictures.server.ts';
import { createPerform, type Procedure } from '#app/procedures/procedure.ts';
import { createSecrets } from '#app/secrets.server.ts';
import { type Database, migrate, openDatabase } from '#db/connection.ts';
import { openPictureFiles } from '#db/files.ts';
import { seedDemo } from '#db/seeds/demo.ts';
import { createStores, type Stores } from '#db/stores/index.ts';
import { createUnitOfWork } from '#db/unitOfWork.ts';
import { loadCatalogue, type RuleCatalogue } from '#rules/catalogue.ts';
import { watchRules } from '#rules/watch.ts';
import { granted, secret } from '../world.ts';

/** The demo's office as the seed leaves it, with the acts of the product for what a page needs besides. */
export type DemoHouse = {
  database: Database;
  rules: RuleCatalogue;
  stores: Stores;
  act<Input, Result, Prepared>(
    procedure: Procedure<Input, Result, Prepared>,
    actor: Actor,
    input: Input,
  ): Promise<Result>;
  /** Waits until a server on the same database has done every job that is due. */
  jobsDone(): Promise<void>;
};

/** Seeds a fresh SQLite file and its pictures in `folder`, as of `now`. */
export async function openDemoHouse(folder: string, now: string): Promise<DemoHouse> {
  const database = openDatabase({ dialect: 'sqlite', file: path.join(folder, 'madoguchi.sqlite') });
  await migrate(database);
  await database.writer.raw('PRAGMA synchronous=OFF');
  const rules = await loadCatalogue(path.resolve('rules'));
  const secrets = createSecrets(secret);
  const room = openPictureRoom(openPictureFiles(path.join(folder, 'pictures')));
  await seedDemo({ database, rules, secrets, present: new Date(now), origin: 'http://127.0.0.1', room });
  const stores = createStores(database.writer, database.dialect);
  await keepShippedRules(stores, now);
  const perform = createPerform({
    unitOfWork: createUnitOfWork(database),
    stores,
    rules,
    clock: frozenClock(now),
    secrets,
    pictures: room.pictures,
    newId,
    jobsWritten: () => {},
    afterStep: () => {},
  });
  return {
    database,
    rules,
    stores,
    act: async (procedure, actor, input) =>
      granted(await perform(procedure, actor, input, { requestId: newId() })),
    jobsDone: async () => {
      const at = toInstant(new Date(now));
      const open = () =>
        database.reader('job').whereIn('state', ['ready', 'running']).where('run_at', '<=', at).first('id');
      while ((await open()) !== undefined) await setTimeout(50);
    },
  };
}

/** The versions of the rule files, as a server keeps them when it starts. */
async function keepShippedRules({ ruleVersions }: Stores, now: string): Promise<void> {
  const firstSeenAt = toInstant(new Date(now));
  const files = await watchRules({
    directory: path.resolve('rules'),
    shelf: {
      ...ruleVersions,
      keep: async (versions) => {
        for (const version of versions) await ruleVersions.keep({ ...version, firstSeenAt });
      },
    },
    report: () => {},
  });
  await files.stop();
}
