import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withdrawMypage } from '#app/procedures/account/withdraw.ts';
import { uploadImages } from '#app/procedures/image/upload.ts';
import { openPictureFiles } from '#db/files.ts';
import { verifyAuditChain } from '#db/stores/audit.ts';
import { bitmap } from '#fixtures/pictures.ts';
import { testDatabase } from '#test/support/database.ts';
import { type Mailbox, openMailbox } from '#test/support/mailbox.ts';
import { letErase } from '#test/support/retention.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { heldFiles } from '#test/support/uploads.ts';
import { granted, openOffice, password } from '#test/support/world.ts';

/** Where the server dies, and whether the erasure is committed by then. */
const steps = [
  ['retention.look:changed', false],
  ['retention.erase:changed', false],
  ['retention.erase:recorded', false],
  ['retention.erase:enqueued', false],
  ['retention.erase:committed', true],
  ['retention.finish:claimed', true],
  ['retention.finish:ran', true],
  ['mail.mypageErased:ran', true],
] as const;

describe('A server killed with -9 while it erases', () => {
  let mailbox: Mailbox;
  let server: RunningServer | undefined;
  beforeAll(async () => {
    mailbox = await openMailbox();
  });
  afterAll(async () => {
    await server?.stop();
    await mailbox.close();
  });

  test.each(steps)(
    'at the step "%s" leaves a whole MyPage or none, and the next one ends it',
    async (step, committed) => {
      const database = await testDatabase('sqlite');
      const office = await openOffice(database, '2026-11-24T10:00:00+09:00');
      const { settings } = database;
      if (settings.dialect !== 'sqlite') throw new Error('This test runs on a file.');
      const folder = path.dirname(settings.file);
      const start = async (now: string, faultAt?: string) => {
        server = await startServer({
          DATA_DIR: folder,
          SMTP_URL: mailbox.url,
          NOW: now,
          ...(faultAt ? { FAULT_AT: faultAt } : {}),
        });
        return server;
      };
      const address = `${step.replace(/\W/g, '-').toLowerCase()}@example.co.jp`;
      const employer = await office.openedAtCounter(address);
      const establishmentId = employer.establishmentId ?? '';
      await office.filledIn(employer);
      const files = heldFiles(office, bitmap(40, 30));
      granted(await office.perform(uploadImages, employer, { establishmentId, purpose: 'workplace', files }));
      const imageId = files[0]?.id ?? '';
      const onDisk = openPictureFiles(path.join(folder, 'pictures'));
      await onDisk.write(imageId, new Uint8Array([1, 2, 3]), new Uint8Array([4]));
      await letErase(office);
      granted(await office.perform(withdrawMypage, employer, { currentPassword: password }));
      await office.runner.runDue();

      const rows = async () => {
        const of = async (table: string, column = 'establishment_id') =>
          (await database.reader(table).where(column, establishmentId)).length;
        return [
          await of('establishment', 'id'),
          await of('account'),
          await of('posting'),
          await of('image'),
          await of('audit_personal'),
        ];
      };
      const before = await rows();
      expect(Math.min(...before)).toBeGreaterThan(0);

      const doomed = await start('2026-12-26T02:30+09:00', step);
      expect(await doomed.ended, doomed.output()).toBe('SIGKILL');
      expect(await rows()).toEqual(committed ? [0, 0, 0, 0, 0] : before);
      expect(await database.reader('erasure_certificate')).toHaveLength(committed ? 1 : 0);

      // Later than the leases of what died.
      const next = await start('2026-12-26T02:40+09:00');
      const settled = async () =>
        (await rows()).every((count) => count === 0) &&
        (await database.reader('job').whereIn('state', ['ready', 'running'])).length === 0;
      for (let tries = 0; tries < 400 && !(await settled()); tries += 1) await rest(50);
      expect(await settled(), next.output()).toBe(true);
      await next.stop();

      expect(await database.reader('erasure_certificate')).toMatchObject([{ number: 1 }]);
      expect(await database.reader('erasure_notice')).toEqual([]);
      expect(await onDisk.read(imageId, 'picture')).toBeNull();
      expect(await readFile(path.join(folder, 'erasures.ledger'), 'utf8')).toContain(establishmentId);
      expect((await readFile(settings.file)).includes(address)).toBe(false);
      const letters = mailbox.mails.filter(
        ({ to, subject }) => to === address && subject?.includes('消去しました'),
      );
      expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(1);
      expect(await verifyAuditChain(database.writer, office.secrets.auditKey)).toMatchObject({
        firstBad: null,
      });
    },
  );
});
