import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/support/database.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { signedIn } from '#test/support/session.ts';
import { openOffice } from '#test/support/world.ts';

const now = '2026-11-24T10:00:00+09:00';
const today = '2026-11-24';

let database: TestDatabase;
let rules = '';
let cookies = { clerk: '', supervisor: '', employer: '' };
const servers: RunningServer[] = [];

const start = async (): Promise<RunningServer> => {
  if (database.settings.dialect !== 'sqlite') throw new Error('This test runs on a file.');
  const folder = path.dirname(database.settings.file);
  const server = await startServer({ DATA_DIR: folder, RULES_DIR: rules, NOW: now });
  servers.push(server);
  return server;
};

beforeAll(async () => {
  database = await testDatabase('sqlite');
  rules = await mkdtemp(path.join(tmpdir(), 'madoguchi-rules-'));
  for (const area of await readdir('rules', { withFileTypes: true })) {
    if (area.isDirectory() && area.name !== 'situations')
      await cp(path.join('rules', area.name), path.join(rules, area.name), { recursive: true });
  }
  const office = await openOffice(database, now);
  const employer = await office.openedAtCounter();
  cookies = {
    clerk: await signedIn(office, 'staff', office.staff.clerk.id),
    supervisor: await signedIn(office, 'staff', office.staff.supervisor.id),
    employer: await signedIn(office, 'mypage', employer.accountId),
  };
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await rm(rules, { recursive: true, force: true });
});

const page = async (server: RunningServer, address: string, cookie: string) => {
  const response = await fetch(server.origin + address, { headers: { cookie } });
  return { status: response.status, html: (await response.text()).replaceAll('<!-- -->', '') };
};

/** Asks until the page says so; fails with what it said last after five seconds. */
const until = async (
  server: RunningServer,
  address: string,
  cookie: string,
  says: (html: string) => boolean,
): Promise<string> => {
  const giveUpAt = performance.now() + 5_000;
  for (;;) {
    const { html } = await page(server, address, cookie);
    if (says(html)) return html;
    if (performance.now() > giveUpAt) throw new Error(`After five seconds ${address} says: ${html}`);
    await rest(50);
  }
};

/** 求人を申し込む says within how many days somebody has to come. */
const visitDays = (days: number) => (html: string) => html.includes(`${days}日以内`);
const banner = '規則ファイル1つに問題があります。';

test.runIf(existsSync('build/process/server.js'))(
  'Rule files are edited while the counter works',
  { timeout: 60_000 },
  async () => {
    const [one, other] = [await start(), await start()];
    const file = path.join(rules, 'eligibility/visit-required.json');
    const shipped = await readFile(file, 'utf8');
    const newPosting = '/mypage/postings/new';
    expect((await page(one, '/staff', cookies.clerk)).html).not.toContain('規則ファイル');
    expect((await page(one, newPosting, cookies.employer)).html).toSatisfy(visitDays(14));

    // Half of the file is written, while pages are asked for all the time.
    let asking = true;
    const statuses: number[] = [];
    const traffic = (async () => {
      while (asking) statuses.push((await page(one, newPosting, cookies.employer)).status);
    })();
    await truncate(file, Math.floor(Buffer.byteLength(shipped) / 2));
    const clerks = await until(one, '/staff', cookies.clerk, (html) => html.includes(banner));
    expect(clerks).toContain('監督者に知らせてください。');
    expect(clerks).not.toContain('/staff/rules/problems');
    expect((await page(one, '/staff/rules/problems', cookies.clerk)).status).toBe(403);
    await until(other, '/staff', cookies.clerk, (html) => html.includes(banner));

    // A supervisor sees where, and employers see nothing of it.
    const broken = shipped.replace('"value": 14,', '"value": 61,');
    await writeFile(file, broken);
    const line = broken.slice(0, broken.indexOf('"value": 61,')).split('\n').length;
    const details = await until(one, '/staff/rules/problems', cookies.supervisor, (html) =>
      html.includes(`${line}行`),
    );
    expect(details).toContain('「来庁の期限」は 1 から 60 までで書いてください。いまは 61 です。');
    expect(details).toContain('第1.0.0版（令和2年1月1日から）');
    const employers = (await page(one, newPosting, cookies.employer)).html;
    expect(employers).toSatisfy(visitDays(14));
    expect(employers).not.toContain('規則ファイル');

    // A start over the broken file has the last good version.
    await other.stop();
    const restarted = await start();
    expect((await page(restarted, newPosting, cookies.employer)).html).toSatisfy(visitDays(14));
    expect((await page(restarted, '/staff', cookies.clerk)).html).toContain(banner);

    await writeFile(file, shipped);
    for (const server of [one, restarted])
      await until(server, '/staff', cookies.clerk, (html) => !html.includes(banner));
    asking = false;
    await traffic;
    expect(new Set(statuses)).toEqual(new Set([200]));

    // A new version from today, with its own figure and examples that expect it.
    const examples = JSON.parse(shipped) as { examples: { expect: { dueDate?: string } }[] };
    for (const { expect: expected } of examples.examples) delete expected.dueDate;
    const next = {
      ...examples,
      version: '1.1.0',
      effective: { from: today, to: null },
      parameters: JSON.parse(
        JSON.stringify({ ...JSON.parse(shipped).parameters }).replace('"value":14', '"value":7'),
      ),
    };
    await writeFile(file, JSON.stringify(next, null, 2));
    for (const server of [one, restarted]) {
      await until(server, newPosting, cookies.employer, visitDays(7));
      expect((await page(server, '/staff', cookies.clerk)).html).not.toContain('規則ファイル');
    }
    const kept = await database.reader('rule_version').where({ rule_set: 'eligibility/visit-required' });
    expect(kept.map(({ version }) => version).toSorted()).toEqual(['1.0.0', '1.1.0']);
  },
);
