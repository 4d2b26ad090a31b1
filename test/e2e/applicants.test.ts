import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeReferral } from '#app/procedures/referral/make.ts';
import { registerSeeker } from '#app/procedures/seeker/register.ts';
import { migrate, openDatabase } from '#db/connection.ts';
import { sampleSeeker } from '#fixtures/seekers.ts';
import { launchBrowser, newPerson } from '#test/support/browser.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { signedIn } from '#test/support/session.ts';
import { granted, openOffice } from '#test/support/world.ts';

const now = '2026-11-24T10:00:00+09:00';

describe.each([
  ['at a desk with JavaScript', true, 1366],
  ['on a telephone without JavaScript', false, 320],
] as const)('応募者 and 求職情報検索 %s', (_title, javaScriptEnabled, width) => {
  let folder: string;
  let server: RunningServer;
  let browser: Browser;
  let cookie: string;
  const names = ['見本　一恵', '見本　二郎', '見本　三保'];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-applicants-'));
    const settings = { dialect: 'sqlite', file: path.join(folder, 'madoguchi.sqlite') } as const;
    const database = openDatabase(settings);
    await migrate(database);
    const office = await openOffice({ ...database, settings }, now);
    const employer = await office.openedAtCounter();
    const sent = await office.submitted(employer, await office.filledIn(employer));
    const { id: postingId } = await office.accepted(await office.visited(sent, '2026-11-24'));
    for (const index of names.keys()) {
      const values = sampleSeeker(index, { is_public: true });
      const { seekerId } = granted(
        await office.perform(registerSeeker, office.staff.clerk, { values, otherPerson: false }),
      );
      const interview = { on: '2026-12-01', at: '10:00', place: '本社2階', contact: null };
      granted(
        await office.perform(makeReferral, office.staff.clerk, {
          ...{ seekerId, postingId, interview, note: null },
          ...{ phoned: true, certainSeekers: false },
        }),
      );
    }
    cookie = await signedIn(office, 'mypage', employer.accountId);
    await database.close();
    server = await startServer({ DATA_DIR: folder, NOW: now });
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Nothing stands beyond the edge of the window and, as far as a script can tell, nothing of WCAG 2.2 AA is broken. */
  const isFine = async (page: Page) => {
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    if (!javaScriptEnabled) return;
    const found = await page.evaluate(
      `(() => { ${axe.source}; return axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }); })()`,
    );
    const { violations } = found as { violations: { id: string; nodes: { html: string }[] }[] };
    expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  };

  test('results are registered together, one is refused with its reason, and the search names nobody', async () => {
    const { page, context } = await newPerson(browser, server.origin, { javaScriptEnabled, width });
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: server.origin }]);

    await page.goto('/mypage');
    await page.getByRole('link', { name: '応募者の選考結果を登録する' }).click();
    await page.getByRole('heading', { name: '応募者', level: 1 }).waitFor();
    await isFine(page);
    await page.getByRole('link', { name: names[0] }).click();
    await page.getByText('本社2階').waitFor();
    await isFine(page);
    await page.getByRole('link', { name: '紹介状を印刷する' }).click();
    await page.getByText('取扱注意').first().waitFor();
    await isFine(page);

    await page.goto('/mypage/applicants');
    await page.getByRole('link', { name: '選考結果をまとめて登録する' }).click();
    const group = (of: string | undefined) => page.getByRole('group', { name: of?.replace('　', ' ') ?? '' });
    await group(names[0]).getByLabel('採用', { exact: true }).check();
    await group(names[1]).getByLabel('不採用', { exact: true }).check();
    await page.getByRole('button', { name: 'まとめて登録する' }).click();
    await page.getByRole('link', { name: `${names[0]}：求人票の労働条件と採用条件の相違を選んで` }).waitFor();
    await isFine(page);
    expect(await group(names[1]).getByLabel('不採用', { exact: true }).isChecked()).toBe(true);
    await group(names[0]).getByLabel('相違なし').check();
    await page.getByRole('button', { name: 'まとめて登録する' }).click();
    await page.getByText('選んだ方の選考結果を登録しました。').waitFor();
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual([names[2]]);
    await page.getByRole('link', { name: '登録済み' }).click();
    await page.getByRole('link', { name: names[1] }).click();
    await page.getByText('マイページでは訂正できません').waitFor();
    await isFine(page);

    await page.getByRole('link', { name: '求職情報検索' }).click();
    await page.getByRole('heading', { name: '求職情報検索', level: 1 }).waitFor();
    await isFine(page);
    await page.getByLabel('免許・資格').fill('フォークリフト');
    await page.getByRole('button', { name: '検索する' }).click();
    await page.getByText('条件に合う求職情報はありません').waitFor();
    await page.getByLabel('免許・資格').fill('簿記');
    await page.getByRole('button', { name: '検索する' }).click();
    await page.getByText('1件見つかりました').waitFor();
    expect(new URL(page.url()).searchParams.get('licences')).toBe('簿記');
    await isFine(page);
    await page.getByRole('rowheader').getByRole('link').click();
    await page.getByText('お問い合わせ先ハローワーク').first().waitFor();
    await isFine(page);
    expect(await page.locator('main').innerText()).not.toMatch(/見本　/);
  }, 90_000);
});
