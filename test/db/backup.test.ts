import { existsSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { compose } from '#app/composition.server.ts';
import { readEnv } from '#app/env.server.ts';
import { createSecrets } from '#app/secrets.server.ts';
import { type BackupOrders, forgetOld, makeBackup } from '#db/backup/make.ts';
import type { Manifest } from '#db/backup/manifest.ts';
import { checkBackup, type RestoreOrders, restoreBackup } from '#db/backup/restore.ts';
import { appliedMigrations, type Database } from '#db/connection.ts';
import { describeEveryInstallation, type TestInstallation, timeout } from '#test/support/installation.ts';
import { openOffice, secret } from '#test/support/world.ts';

const now = '2026-11-24T10:00:00+09:00';

describeEveryInstallation('A backup', (install) => {
  let at: TestInstallation;
  let backups: string;
  let made: Manifest & { folder: string };
  const picture = '0190f3a2-7c4b-7d15-9a3e-1f2b3c4d5e6f.picture.webp';
  const pictures = () => path.join(at.dataDir, 'pictures');

  const orders = (at2 = now): BackupOrders => ({
    database: at.settings,
    dataDir: at.dataDir,
    folder: backups,
    now: new Date(at2),
    path: process.env.PATH ?? '',
  });
  const restoreOrders = (changes: Partial<RestoreOrders> = {}): RestoreOrders => ({
    ...orders(),
    folder: made.folder,
    auditKey: createSecrets(secret).auditKey,
    ...changes,
  });
  const staffNames = (database: Database): Promise<string[]> =>
    database.reader('staff').orderBy('login_name').pluck('login_name');

  /** An office with six members of staff and a picture, backed up; then everything is otherwise. */
  beforeEach(async () => {
    at = await install();
    backups = path.join(at.dataDir, 'backups');
    const database = await at.open();
    const office = await openOffice({ ...database, settings: at.settings }, now);
    await office.registered();
    await mkdir(pictures());
    await writeFile(path.join(pictures(), picture), 'as it was');
    made = await makeBackup(orders());

    await database.writer('staff').where({ login_name: 'neighbour' }).update({ login_name: 'zz' });
    await writeFile(path.join(pictures(), picture), 'as it became');
    await database.close();
  }, timeout);

  test('says what is in it, and when and at which schema it was made', async () => {
    const database = await at.open();
    const text = await readFile(path.join(made.folder, 'manifest.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      format: 1,
      madeAt: '2026-11-24T01:00:00.000Z',
      dialect: at.settings.dialect,
      schema: (await appliedMigrations(database.reader)).at(-1),
      files: [{ path: expect.stringMatching(/^madoguchi\./) }, { path: `pictures/${picture}`, bytes: 9 }],
    });
    expect(path.basename(made.folder)).toBe('madoguchi-20261124T010000Z');
  });

  test('is put back: rows and pictures are as they were, and what was there is moved aside', async () => {
    const { audit, aside } = await restoreBackup(restoreOrders());
    expect(audit.firstBad).toBeNull();
    const database = await at.open();
    expect(await staffNames(database)).toContain('neighbour');
    expect(await readFile(path.join(pictures(), picture), 'utf8')).toBe('as it was');
    expect(await readFile(path.join(aside, 'pictures', picture), 'utf8')).toBe('as it became');
    const left = await readdir(at.dataDir);
    expect(left.filter((name) => /restor/.test(name))).toEqual([]);
  });

  test('can be put back over nothing at all', async () => {
    if (at.settings.dialect === 'sqlite') {
      for (const name of await readdir(at.dataDir))
        if (name !== 'backups') await rm(path.join(at.dataDir, name), { recursive: true });
    } else {
      const database = await at.open();
      await database.writer.raw('drop schema public cascade; create schema public');
      await database.close();
    }
    await restoreBackup(restoreOrders());
    expect(await staffNames(await at.open())).toContain('neighbour');
  });

  test('is not put back while somebody uses the data', async () => {
    const database = await at.open();
    await staffNames(database);
    await expect(restoreBackup(restoreOrders())).rejects.toThrow('Somebody uses these data.');
    await database.close();
    expect(await staffNames(await at.open())).toContain('zz');
    expect(existsSync(path.join(at.dataDir, 'restoring'))).toBe(false);
  });

  test('is not put back when a file was changed, is missing or was added', async () => {
    const file = path.join(made.folder, 'pictures', picture);
    await appendFile(file, '!');
    await expect(checkBackup(restoreOrders())).rejects.toThrow(`The backup is damaged: pictures/${picture}`);
    await rm(file);
    await expect(checkBackup(restoreOrders())).rejects.toThrow(`pictures/${picture} differ`);
    await writeFile(file, 'as it was');
    await writeFile(`${file}.more`, '');
    await expect(checkBackup(restoreOrders())).rejects.toThrow(`pictures/${picture}.more differ`);
    await rm(`${file}.more`);
    await checkBackup(restoreOrders());
    await rm(path.join(made.folder, 'manifest.json'));
    await expect(checkBackup(restoreOrders())).rejects.toThrow('There is no backup in');
  });

  test('is not put back by an older version, nor over the other kind of database', async () => {
    const manifest = path.join(made.folder, 'manifest.json');
    const text = await readFile(manifest, 'utf8');
    await writeFile(manifest, text.replace(made.schema, '999_later'));
    await expect(checkBackup(restoreOrders())).rejects.toThrow(
      /is at 999_later, this version knows up to \d{3}_/,
    );
    const other = at.settings.dialect === 'sqlite' ? 'postgres' : 'sqlite';
    await writeFile(manifest, text.replace(`"${at.settings.dialect}"`, `"${other}"`));
    await expect(checkBackup(restoreOrders())).rejects.toThrow(`The backup is of ${other}`);
  });

  test('is not put back when its audit chain does not hold under the secret of this installation', async () => {
    const { auditKey } = createSecrets('another secret of another installation');
    await (await at.open()).close();
    await expect(restoreBackup(restoreOrders({ auditKey }))).rejects.toThrow('The audit chain of the backup');
    expect(await staffNames(await at.open())).toContain('zz');
    expect(await readFile(path.join(pictures(), picture), 'utf8')).toBe('as it became');
  });

  test('that was being put back when the process was killed is put back by doing it again; until then nothing starts', async () => {
    await writeFile(path.join(at.dataDir, 'restoring'), made.folder);
    await rename(pictures(), path.join(at.dataDir, 'pictures-moved'));
    await expect(compose(readEnv(at.environment))).rejects.toThrow(
      'Cannot start: a restore was not finished.',
    );
    await restoreBackup(restoreOrders());
    const app = await compose(readEnv(at.environment));
    expect(await app.read.staff.findByLoginName('neighbour')).toBeDefined();
    await app.close();
  });

  test('of PostgreSQL needs its client programs, and says so', async () => {
    const without = makeBackup({ ...orders('2026-11-25T10:00:00+09:00'), path: at.dataDir });
    if (at.settings.dialect === 'sqlite') await without;
    else
      await expect(without).rejects.toThrow(
        /^pg_dump is missing: install .* apt-get install postgresql-client/,
      );
    const left = (await readdir(backups)).filter((name) => name.endsWith('.part'));
    expect(left).toEqual([]);
  });

  test('is kept for so many days and no longer, and so is what a restore has moved aside', async () => {
    const { aside } = await restoreBackup(restoreOrders());
    await mkdir(path.join(backups, 'of-somebody-else'));
    expect(await forgetOld(orders('2026-12-29T10:00:00+09:00'), 35)).toEqual([]);
    const forgotten = await forgetOld(orders('2026-12-29T10:00:01+09:00'), 35);
    expect(forgotten).toContain(path.basename(made.folder));
    expect(forgotten).toContain(path.basename(aside));
    expect(forgotten).toHaveLength(at.settings.dialect === 'sqlite' ? 2 : 3);
    expect(await readdir(backups)).toEqual(['of-somebody-else']);
    expect(existsSync(aside)).toBe(false);
  });
});
