import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/support/database.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { signedIn } from '#test/support/session.ts';
import { openOffice } from '#test/support/world.ts';

const now = '2026-11-24T10:00:00+09:00';
const base = '/staff/rules/eligibility/image-upload';

let database: TestDatabase;
let rules = '';
let cookie = '';
let server: RunningServer | undefined;
let newer = '';

beforeAll(async () => {
  database = await testDatabase('sqlite');
  rules = await mkdtemp(path.join(tmpdir(), 'madoguchi-rules-'));
  for (const area of await readdir('rules', { withFileTypes: true })) {
    if (area.isDirectory() && area.name !== 'situations')
      await cp(path.join('rules', area.name), path.join(rules, area.name), { recursive: true });
  }
  const file = JSON.parse(await readFile(path.join(rules, 'eligibility/image-upload.json'), 'utf8'));
  file.version = '1.1.0';
  file.effective.from = '2027-04-01';
  file.rules[2].conditions.all[0].value = ['jpeg', 'gif', 'png'];
  file.examples = file.examples.filter(({ id }: { id: string }) => id !== 'oneByteOver');
  newer = JSON.stringify(file, null, 2);
  await writeFile(path.join(rules, 'eligibility/image-upload@1.1.0.json'), newer);
  const office = await openOffice(database, now);
  cookie = await signedIn(office, 'staff', office.staff.clerk.id);
});
afterAll(async () => {
  await server?.stop();
  await rm(rules, { recursive: true, force: true });
});

test.runIf(existsSync('build/process/server.js'))(
  'A clerk reads what the coming version of a rule changes, without scripts',
  { timeout: 60_000 },
  async () => {
    if (database.settings.dialect !== 'sqlite') throw new Error('This test runs on a file.');
    const folder = path.dirname(database.settings.file);
    server = await startServer({ DATA_DIR: folder, RULES_DIR: rules, NOW: now });
    const { origin } = server;
    const page = async (address: string) => {
      const response = await fetch(origin + address, { headers: { cookie } });
      return { status: response.status, html: (await response.text()).replaceAll('<!-- -->', '') };
    };

    const history = await page(`${base}/history`);
    expect(history.html).toContain('予定');
    expect(history.html).toContain('適用中');

    const { html } = await page(`${base}/compare`);
    expect(html).toContain('<del>「BMP」</del>');
    expect(html).toContain('画像の形式がBMPのとき');
    expect(html).toContain('登録できる → 登録できない');

    expect((await page(`${base}/versions/1.1.0`)).html).toContain('まだ適用が始まっていません');
    expect((await page(`${base}/versions/1.1.0/text`)).html).toContain('image-upload');
    expect((await page(`${base}/versions/1.1.0.json`)).html).toBe(newer);
    expect((await page(`${base}?view=table`)).html).toContain('決定表');
    for (const unknown of ['/versions/3.0.0', '/versions/3.0.0.json', '/versions/new', '/compare?to=3.0.0'])
      expect((await page(base + unknown)).status).toBe(404);
  },
);
