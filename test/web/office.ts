import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Application } from '#app/composition.server.ts';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Posting } from '#app/domain/posting.ts';
import { beginSession } from '#app/web/session.server.ts';
import { migrate, openDatabase } from '#db/connection.ts';
import { openOffice, secret, type World } from '#test/support/world.ts';
import { contextFor, testApplication } from './application.ts';

const now = '2026-11-24T10:00:00+09:00';

export type WebOffice = {
  app: Application;
  office: World;
  /** A posting that waits for its review. */
  reviewable(email: string): Promise<Posting>;
  signedIn(member: StaffActor): Promise<{ cookie: string }>;
};

/** The people of ハローワーク架空野 before a working application, on one database. */
export async function webOffice(): Promise<WebOffice> {
  const folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-web-office-'));
  const settings = { dialect: 'sqlite', file: path.join(folder, 'madoguchi.sqlite') } as const;
  const database = openDatabase(settings);
  await migrate(database);
  const office = await openOffice({ ...database, settings }, now);
  const app = await testApplication({ DATA_DIR: folder, NOW: now, SECRET: secret });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    app,
    office,
    reviewable: async (email) => {
      const employer = await office.openedAtCounter(email);
      const sent = await office.submitted(employer, await office.filledIn(employer));
      return office.visited(sent, '2026-11-24');
    },
    signedIn: async ({ id }) => {
      const context = contextFor(app);
      const visit = { cookies: null, now: app.clock.now().toISOString(), answer: context.answer };
      await beginSession(app, visit, { audience: 'staff', subjectId: id, data: {} });
      return { cookie: context.answer.getSetCookie()[0]?.split(';')[0] ?? '' };
    },
  };
}
