import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Posting } from '#app/domain/posting.ts';
import { openDatabase } from '#db/connection.ts';
import { describeEveryInstallation, type TestInstallation } from '#test/support/installation.ts';
import { startServer } from '#test/support/server.ts';
import { hiddenValues, post, signedIn } from '#test/support/session.ts';
import { openOffice } from '#test/support/world.ts';

const now = '2026-11-24T10:00:00+09:00';
const manyPostings = 12;

/** A command of the house as its own process; what it printed, and its exit code. */
async function command(
  { environment }: TestInstallation,
  entry: string,
  ...words: readonly string[]
): Promise<{ code: number; out: string; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', entry, ...words], {
    env: { NODE_ENV: 'test', ...environment, NOW: now },
  });
  let out = '';
  let said = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const code = await new Promise<number>((resolve) => child.once('close', (ended) => resolve(ended ?? 1)));
  return { code, out, said };
}

describeEveryInstallation('A backup made while postings come in', (install) => {
  test('holds every one that was acknowledged before, none of them by half, and puts them back', async () => {
    if (!existsSync('build/process/server.js')) throw new Error('The server is not built: npm run build');
    const at = await install();
    const backups = path.join(at.dataDir, 'backups');
    const database = await at.open();
    const office = await openOffice({ ...database, settings: at.settings }, now);
    const employer = await office.openedAtCounter();
    const cookie = await signedIn(office, 'mypage', employer.accountId);
    const drafts: Posting[] = [];
    while (drafts.length < manyPostings) drafts.push(await office.filledIn(employer));
    await database.close();

    const server = await startServer({ ...at.environment, NOW: now });
    const submit = async ({ id }: Posting): Promise<string> => {
      const page = `${server.origin}/mypage/postings/${id}/confirm`;
      const form = await hiddenValues(page, cookie);
      form.set('_intent', 'submit');
      expect((await post(page, cookie, form)).status, server.output()).toBe(302);
      return id;
    };
    const before: string[] = [];
    for (const draft of drafts.slice(0, 3)) before.push(await submit(draft));
    let made: Awaited<ReturnType<typeof command>> | undefined;
    const making = command(at, 'db/backup/cli.ts', 'backup', backups).then((ended) => {
      made = ended;
    });
    const during: string[] = [];
    for (const draft of drafts.slice(3)) during.push(await submit(draft));
    await making;
    expect(made).toMatchObject({ code: 0, said: '' });
    const { folder } = JSON.parse(made?.out ?? '');

    const refused = await command(at, 'db/backup/cli.ts', 'restore', folder, '--yes');
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('Somebody uses these data.') });
    await server.stop();

    const looked = await command(at, 'db/backup/cli.ts', 'restore', folder);
    expect(JSON.parse(looked.out)).toMatchObject({ restored: false });
    const restored = await command(at, 'db/backup/cli.ts', 'restore', folder, '--yes');
    expect(restored).toMatchObject({ code: 0, said: '' });
    expect(JSON.parse(restored.out)).toMatchObject({ restored: true, audit: { firstBad: null } });
    const verified = await command(at, 'db/cli.ts', 'verify');
    expect(JSON.parse(verified.out)).toMatchObject({ ok: true });

    const data = openDatabase(at.settings);
    const kept: string[] = await data.reader('posting').where({ state: 'awaiting_visit' }).pluck('id');
    const recorded = await data
      .reader('audit_entry')
      .where({ action: 'posting.submitted' })
      .pluck('subject_id');
    const receipts = await data.reader('idempotency').where({ procedure: 'posting.submit' });
    const mails = await data.reader('job').where({ kind: 'mail.postingReceived' });
    await data.close();
    expect(kept).toEqual(expect.arrayContaining(before));
    expect([...before, ...during]).toEqual(expect.arrayContaining(kept));
    expect(recorded.toSorted()).toEqual(kept.toSorted());
    expect({ receipts: receipts.length, mails: mails.length }).toEqual({
      receipts: kept.length,
      mails: kept.length,
    });

    const again = await startServer({ ...at.environment, NOW: now });
    expect((await fetch(`${again.origin}/readyz`)).status).toBe(200);
    await again.stop();
  });
});
