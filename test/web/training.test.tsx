import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TrainingPage, type TrainingPageProps } from '#app/components/training/TrainingPage.tsx';
import { type Application, compose, StartRefused } from '#app/composition.server.ts';
import type { StaffActor } from '#app/domain/actor.ts';
import { readEnv } from '#app/env.server.ts';
import { action, loader } from '#app/routes/staff.training.tsx';
import { beginSession } from '#app/web/session.server.ts';
import { type Database, migrate, openDatabase } from '#db/connection.ts';
import type { Runner } from '#jobs/runner.ts';
import { openOffice, secret, type World } from '#test/support/world.ts';
import { htmlOf } from '../components/render.tsx';
import { call, contextFor, formKey, testApplication } from './application.ts';

const now = '2026-11-24T10:00:00+09:00';

/** An office over a file of the given name in a folder of its own. */
async function officeIn(file: string): Promise<{ folder: string; office: World; database: Database }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-training-'));
  const settings = { dialect: 'sqlite', file: path.join(folder, file) } as const;
  const database = openDatabase(settings);
  await migrate(database);
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { folder, database, office: await openOffice({ ...database, settings }, now) };
}

const environmentOf = (folder: string) => ({ NODE_ENV: 'test', DATA_DIR: folder, NOW: now, SECRET: secret });

describe('The page of a training', { timeout: 60_000 }, () => {
  let app: Application;
  let office: World;
  const cookies: Record<string, string> = {};

  const signIn = async (member: StaffActor): Promise<void> => {
    const context = contextFor(app);
    const visit = { cookies: null, now: app.clock.now().toISOString(), answer: context.answer };
    await beginSession(app, visit, { audience: 'staff', subjectId: member.id, data: {} });
    cookies[member.role] = context.answer.getSetCookie()[0]?.split(';')[0] ?? '';
  };
  const shown = async (role = 'clerk') =>
    (await call(app, loader, { path: '/staff/training', cookie: cookies[role] ?? '' }))
      .data as TrainingPageProps;
  const html = async (role?: string) => htmlOf(<TrainingPage {...(await shown(role))} answer={undefined} />);
  const post = (form: Record<string, string>, role = 'clerk') =>
    call(app, action, {
      path: '/staff/training',
      cookie: cookies[role] ?? '',
      form: { _key: formKey(), ...form },
    });
  /** Until there is nothing more to do. */
  const drive = async () => {
    while (await app.training?.turn()) await (app.queue as Runner).runDue();
  };

  beforeAll(async () => {
    const training = await officeIn('training.sqlite');
    office = training.office;
    const employer = await office.openedAtCounter();
    await office.submitted(employer, await office.filledIn(employer));
    await office.stores.training.mark(new Date(now).toISOString());
    app = await testApplication({ ...environmentOf(training.folder), TRAINING: '1' });
    await signIn(office.staff.clerk);
    await signIn(office.staff.auditor);
  });

  test('says where the clock stands and what lies ahead, with a button to each of it', async () => {
    const page = await html();
    expect(page).toContain('練習の今：2026年11月24日(火)（令和8年） 10:00');
    expect(page).toContain('来庁待ちの求人が失効する');
    expect((await shown()).ahead).toEqual([{ event: 'visit', day: '2026-12-09' }]);
    expect(page).toContain('12月9日へ');
    expect(page).toContain('まだ何も起きていません。');
  });

  test('goes on to the next day, saying so while it does', async () => {
    expect(await post({ _intent: 'next-day' })).toMatchObject({ location: '/staff/training' });
    const moving = await html();
    expect(moving).toContain('11/24(火) から 11/25(水) まで進めています。');
    expect(moving).toContain('http-equiv="refresh"');
    expect(moving).toContain('ここで止める');
    expect(await post({ _intent: 'next-day' })).toMatchObject({ status: 409 });
    await drive();
    expect(await html()).toContain('練習の今：2026年11月25日(水)（令和8年） 08:30');
  });

  test('takes a day as people write it, and refuses one that is over', async () => {
    const wrong = await post({ _intent: 'date', date: '2026-11-25' });
    expect(wrong).toMatchObject({ status: 422, data: { errors: [{ field: 'date', code: 'outside-days' }] } });
    expect(await post({ _intent: 'date', date: '' })).toMatchObject({ status: 422 });
    expect(await post({ _intent: 'date', date: '令和8年12月9日' })).toMatchObject({
      location: '/staff/training',
    });
    await drive();
    const page = await html();
    expect(page).toContain('来庁期限により失効 1件');
    expect(page).toContain('href="/staff/reviews/');
    expect(page).toContain('href="/staff/outbox/');
    expect((await shown()).days.rows.map(({ date }) => date)).toEqual(['2026-12-09', '2026-12-03']);
  });

  test('leaves whoever is signed in as they are', async () => {
    await post({ _intent: 'fortnight' });
    await drive();
    expect((await shown()).today).toBe('2026-12-23');
  });

  test('is only looked at by an auditor', async () => {
    expect(await html('auditor')).toContain('職員と監督者だけが行えます');
    expect(await post({ _intent: 'next-day' }, 'auditor')).toMatchObject({ status: 403 });
    expect(await post({ _intent: 'nothing' })).toMatchObject({ status: 400 });
  });
});

describe('Anything but a training', { timeout: 60_000 }, () => {
  test('has no such page', async () => {
    const { folder, office } = await officeIn('madoguchi.sqlite');
    const app = await testApplication(environmentOf(folder));
    const context = contextFor(app);
    const visit = { cookies: null, now: app.clock.now().toISOString(), answer: context.answer };
    await beginSession(app, visit, {
      audience: 'staff',
      subjectId: office.staff.supervisor.id,
      data: {},
    });
    const cookie = context.answer.getSetCookie()[0]?.split(';')[0] ?? '';
    const path = '/staff/training';
    expect((await call(app, loader, { path, cookie })).status).toBe(404);
    const form = { _key: formKey(), _intent: 'next-day' };
    expect((await call(app, action, { path, cookie, form })).status).toBe(404);
    expect(app.training).toBeNull();
  });
});

describe('A training does not start', { timeout: 60_000 }, () => {
  const refused = async (environment: Record<string, string>): Promise<string> => {
    const error: unknown = await compose(readEnv(environment)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StartRefused);
    return (error as Error).message;
  };

  test('over a database in use, whatever it is called, and changes nothing in it', async () => {
    const { folder, database } = await officeIn('training.sqlite');
    await database.writer.migrate.down({
      migrationSource: (await import('#db/migrations/index.ts')).migrationSource,
      tableName: 'schema_migration',
    });
    const before = await database.reader('schema_migration').pluck('name');
    expect(await refused({ ...environmentOf(folder), TRAINING: '1' })).toContain(
      'the database was not made for training; nothing was changed',
    );
    expect(await database.reader('schema_migration').pluck('name')).toEqual(before);
    expect(await database.reader('office').pluck('code')).toHaveLength(2);
  });

  test('in production, and production does not start over a database of a training', async () => {
    const { folder, office } = await officeIn('madoguchi.sqlite');
    await office.stores.training.mark(new Date(now).toISOString());
    const production = {
      DATA_DIR: folder,
      PUBLIC_ORIGIN: 'https://madoguchi.example',
      SECRET: 'c0mPletely-r4ndom-and-l0ng-enough-for-it',
    };
    expect(() => readEnv({ ...production, TRAINING: '1' })).toThrow(
      'TRAINING is for demo and test mode only',
    );
    expect(await refused(production)).toContain('the database is one for training');
    expect(await refused({ DATA_DIR: folder, DEMO: '1' })).toContain('the database is one for training');
  });
});
