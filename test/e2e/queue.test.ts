import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { Posting } from '#app/domain/posting.ts';
import { beginReview } from '#app/procedures/posting/beginReview.ts';
import { migrate, openDatabase } from '#db/connection.ts';
import { completePosting } from '#fixtures/postings.ts';
import { launchBrowser, newPerson } from '#test/support/browser.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { signedIn } from '#test/support/session.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

const now = '2026-11-24T10:00:00+09:00';

describe('The queue in a browser', () => {
  let folder: string;
  let office: World;
  let close: () => Promise<void>;
  let server: RunningServer;
  let browser: Browser;
  let cookie: string;
  /** Opened before the server runs, which would take the key's mail for its own. */
  let latecomer: EmployerActor;

  const submitted = async (employer: EmployerActor, title: string): Promise<Posting> =>
    office.submitted(employer, await office.filledIn(employer, completePosting({ job_title: title })));

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-queue-'));
    const settings = { dialect: 'sqlite', file: path.join(folder, 'madoguchi.sqlite') } as const;
    const database = openDatabase(settings);
    close = database.close;
    await migrate(database);
    office = await openOffice({ ...database, settings }, now);
    for (let n = 1; n <= 16; n += 1) {
      await submitted(await office.openedAtCounter(`saiyo-${n}@mihon.example`), `見本の職種${n}`);
      office.clock.moveOn(1000);
    }
    latecomer = await office.openedAtCounter();
    cookie = await signedIn(office, 'staff', office.staff.clerk.id);
    server = await startServer({ DATA_DIR: folder, NOW: '2026-11-24T10:05:00+09:00' });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await close?.();
    await rm(folder, { recursive: true, force: true });
  });

  const opened = async (address: string, javaScriptEnabled = true): Promise<Page> => {
    const someone = await newPerson(browser, server.origin, { javaScriptEnabled });
    const [name = '', value = ''] = cookie.split('=');
    await someone.context.addCookies([{ name, value, url: server.origin }]);
    if (javaScriptEnabled) await someone.page.clock.install();
    await someone.page.goto(address);
    if (javaScriptEnabled)
      await someone.page.locator('kbd, [aria-keyshortcuts] [aria-hidden]').first().waitFor();
    return someone.page;
  };
  const titles = (page: Page) => page.locator('main tbody th[scope="row"] a').allTextContents();

  test('rows are walked, ticked and opened by keys, and tabs by two', async () => {
    const page = await opened('/staff/reviews?kind=visit');
    await page.keyboard.press('j');
    await page.locator('main tbody tr:nth-child(1) th a:focus').waitFor();
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    expect(await page.locator('main tbody input:checked').count()).toBe(2);
    await page.keyboard.press('x');
    expect(await page.locator('main tbody input:checked').count()).toBe(1);
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.waitForURL('**/staff/reviews?kind=image');
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.waitForURL('**/staff/deadlines');
    await page.context().close();
  });

  test('今日 jumps to its boxes by digits', async () => {
    const page = await opened('/staff/reviews?kind=visit');
    await page.locator('nav a[href="/staff"]').first().click();
    await page.getByRole('heading', { level: 1, name: '今日' }).waitFor();
    for (const [digit, words] of [
      ['1', '本日が期限'],
      ['5', '保留の再開日が来たもの'],
      ['3', 'あなたが確認中'],
    ] as const) {
      await page.keyboard.press(digit);
      await page.locator('main section:focus h2', { hasText: words }).waitFor();
    }
    await page.context().close();
  });

  test('what arrives meanwhile is announced and shown on request; nothing moves before', async () => {
    const page = await opened('/staff/reviews?kind=visit');
    const before = await titles(page);
    expect(await page.locator('main [role="status"]').first().textContent()).toBe('');
    office.clock.moveTo('2026-11-24T10:06:00+09:00');
    const late = await submitted(latecomer, 'あとから来た職種');
    const [first] = await office.database.reader('posting').where({ job_title: '見本の職種1' });
    granted(
      await office.perform(beginReview, office.staff.otherClerk, {
        postingId: first.id,
        version: first.version,
      }),
    );
    await page.clock.fastForward(21_000);
    await page.getByText('新着1件').waitFor();
    await page.getByText('確認中：確認 太郎（見本）').waitFor();
    expect(await titles(page)).toEqual(before);
    await page.getByRole('link', { name: '表示する' }).click();
    await page.locator(`main tbody a[href^="/staff/reviews/${late.id}"]`).first().waitFor();
    await page.context().close();
  });

  test('filter and place survive opening an item and coming back by its link', async () => {
    const page = await opened('/staff/reviews?kind=visit&q=%E8%81%B7%E7%A8%AE&sort=since');
    const link = page.locator('main tbody th[scope="row"] a').nth(12);
    await link.scrollIntoViewIfNeeded();
    await page.evaluate(() => window.scrollTo(0, 600));
    await page.waitForFunction(() => window.scrollY === 600);
    await link.evaluate((anchor: HTMLElement) => anchor.click());
    await page.waitForURL('**/staff/reviews/*?kind=visit');
    await page.locator('[data-decision-bar]').waitFor();
    await page.getByRole('link', { name: '審査キュー' }).click();
    await page.waitForURL('**/staff/reviews?kind=visit&q=%E8%81%B7%E7%A8%AE&sort=since');
    await page.locator('main tbody tr').nth(12).waitFor();
    await page.waitForFunction(() => window.scrollY === 600);
    expect(await page.locator('main input[type="search"]').inputValue()).toBe('職種');
    await page.context().close();
  });

  test('without JavaScript rows are ticked, given to a colleague and found again', async () => {
    const page = await opened('/staff/reviews?kind=visit', false);
    for (const row of [2, 4]) await page.locator('main tbody input[type="checkbox"]').nth(row).check();
    await page.selectOption('main select[name="staff_id"]', { label: '確認 太郎（見本）' });
    await page.click('button[value="assign"]');
    await page.getByText('選んだものの担当を変えました。').waitFor();
    expect(new URL(page.url()).search).toBe('?kind=visit&done=reviews-assigned');
    expect(await page.locator('main tbody td', { hasText: '確認 太郎（見本）' }).count()).toBeGreaterThan(1);
    await page.selectOption('main select[name="holder"]', 'none');
    await page.getByRole('button', { name: '絞り込む' }).click();
    await page.waitForURL('**/staff/reviews?*holder=none*');
    expect(await page.locator('main tbody td', { hasText: '確認 太郎（見本）' }).count()).toBe(0);
    await page.context().close();
  });
});
