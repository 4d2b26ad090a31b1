import { appendFile, copyFile, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Application, compose } from '#app/composition.server.ts';
import { readEnv } from '#app/env.server.ts';
import { withdrawMypage } from '#app/procedures/account/withdraw.ts';
import { uploadImages } from '#app/procedures/image/upload.ts';
import { bitmap } from '#fixtures/pictures.ts';
import type { Runner } from '#jobs/runner.ts';
import { schedule, sweepJob } from '#jobs/schedule.ts';
import { testDatabase } from '#test/support/database.ts';
import { letErase } from '#test/support/retention.ts';
import { granted, openOffice, password, secret } from '#test/support/world.ts';

/** Milliseconds: each test starts the application several times. */
const patience = 60_000;

const sweep = schedule.find(({ name }) => name === 'retention.sweep');

/** An installation with a withdrawn MyPage, a picture of it on the disk, and a backup of the database. */
async function installation() {
  const database = await testDatabase();
  if (database.settings.dialect !== 'sqlite') throw new Error('This test runs on files.');
  const { file } = database.settings;
  const folder = path.dirname(file);
  const office = await openOffice(database, '2026-11-24T10:00:00+09:00');
  const employer = await office.openedAtCounter();
  const establishmentId = employer.establishmentId ?? '';
  await letErase(office);

  const start = async (now: string): Promise<Application> => {
    const app = await compose(
      readEnv({ NODE_ENV: 'test', DATA_DIR: folder, SECRET: secret, NOW: now, PORT: '3000' }),
    );
    onTestFinished(() => app.close());
    return app;
  };
  const first = await start('2026-11-24T11:00+09:00');
  const picture = bitmap(40, 30);
  first.room.hold(employer.accountId, picture);
  granted(
    await first.perform(
      uploadImages,
      employer,
      {
        establishmentId,
        purpose: 'workplace',
        files: [{ id: employer.accountId, bytes: picture.length, hash: '0'.repeat(64) }],
      },
      { requestId: 'test' },
    ),
  );
  granted(await office.perform(withdrawMypage, employer, { currentPassword: password }));
  await first.close();
  await database.writer.raw('PRAGMA wal_checkpoint(TRUNCATE)');
  await database.close();
  const backup = `${file}.backup`;
  await copyFile(file, backup);
  const pictureFile = path.join(folder, 'pictures', `${employer.accountId}.picture.webp`);
  await readFile(pictureFile);
  await copyFile(pictureFile, `${backup}.webp`);

  return {
    establishmentId,
    start,
    ledger: path.join(folder, 'erasures.ledger'),
    pictureFile,
    file,
    eraseInTheNight: async () => {
      const app = await start('2026-12-26T02:00+09:00');
      if (!sweep) throw new Error('No sweep.');
      await app.write((stores) =>
        stores.jobs.enqueue(sweepJob(sweep, '2026-12-26'), '2026-12-25T17:00:00.000Z', crypto.randomUUID()),
      );
      await (app.queue as Runner).runDue();
      const gone = (await app.read.establishments.find({ kind: 'all' }, establishmentId)) === undefined;
      await app.close();
      return gone;
    },
    restore: async () => {
      for (const suffix of ['-wal', '-shm']) await rm(`${file}${suffix}`, { force: true });
      await copyFile(backup, file);
      await copyFile(`${backup}.webp`, pictureFile);
    },
  };
}

test(
  'Who was erased is erased again when a backup from before is restored, before anything is served',
  async () => {
    const { establishmentId, start, eraseInTheNight, restore, pictureFile, file } = await installation();
    expect(await eraseInTheNight()).toBe(true);
    await expect(readFile(pictureFile)).rejects.toMatchObject({ code: 'ENOENT' });
    await restore();
    const app = await start('2026-12-28T09:00+09:00');
    expect(await app.read.establishments.find({ kind: 'all' }, establishmentId)).toBeUndefined();
    await expect(readFile(pictureFile)).rejects.toMatchObject({ code: 'ENOENT' });
    expect((await readFile(file)).includes('a@example.co.jp')).toBe(false);
    const [id] = await app.read.retention.certificateIds();
    expect(await app.read.retention.findCertificate(id ?? '')).toMatchObject({
      number: 1,
      baseDate: '2026-11-24',
    });
    expect(await app.read.audit.verify(app.secrets.auditKey)).toMatchObject({ firstBad: null });
    await app.close();

    const before = await readFile(file);
    const again = await start('2026-12-28T09:10+09:00');
    expect(await again.read.retention.certificateIds()).toEqual([id]);
    await again.close();
    expect((await readFile(file)).equals(before)).toBe(true);
  },
  patience,
);

test(
  'A line of the ledger that a power cut has torn is passed over',
  async () => {
    const { start, eraseInTheNight, restore, establishmentId, ledger } = await installation();
    await eraseInTheNight();
    await appendFile(ledger, '{"subject":{"type":"establ');
    await restore();
    const app = await start('2026-12-28T09:00+09:00');
    expect(await app.read.establishments.find({ kind: 'all' }, establishmentId)).toBeUndefined();
  },
  patience,
);

test(
  'A ledger with a line of another installation stops the start',
  async () => {
    const { start, ledger } = await installation();
    const line = { subject: { type: 'establishment', id: '01900000-0000-7000-8000-000000000001' } };
    await appendFile(ledger, `${JSON.stringify(line)}\t${'0'.repeat(64)}\n`);
    await expect(start('2026-12-28T09:00+09:00')).rejects.toMatchObject({
      name: 'StartRefused',
      message: 'Cannot start: Line 1 of the erasure ledger is not signed by this installation.',
    });
  },
  patience,
);
