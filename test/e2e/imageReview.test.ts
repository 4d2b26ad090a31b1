import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate, openDatabase } from '#db/connection.ts';
import { bitmap } from '#fixtures/pictures.ts';
import { launchBrowser, newPerson } from '#test/support/browser.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { signedIn } from '#test/support/session.ts';
import { openOffice } from '#test/support/world.ts';

const now = '2026-11-24T10:00:00+09:00';
const ten = Array.from({ length: 10 }, (_, index) => index);
/** The screen of the counter (ux.md §4.5). */
const counter = { width: 1366, height: 768 };

describe('画像の審査 of ten images, by keys', () => {
  let folder: string;
  let server: RunningServer;
  let browser: Browser;
  let clerkCookie: string;
  const employers: { id: string; cookie: string }[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-image-review-'));
    for (const index of ten) await writeFile(path.join(folder, `${index}.bmp`), bitmap(800 + index, 600));
    const settings = { dialect: 'sqlite', file: path.join(folder, 'madoguchi.sqlite') } as const;
    const database = openDatabase(settings);
    await migrate(database);
    const office = await openOffice({ ...database, settings }, now);
    for (const email of ['a@example.co.jp', 'b@example.co.jp']) {
      const employer = await office.openedAtCounter(email);
      employers.push({
        id: employer.establishmentId ?? '',
        cookie: await signedIn(office, 'mypage', employer.accountId),
      });
    }
    clerkCookie = await signedIn(office, 'staff', office.staff.clerk.id);
    await database.close();
    server = await startServer({ DATA_DIR: folder, NOW: now });
    browser = await launchBrowser();
    for (const { cookie } of employers) {
      const page = await person(cookie);
      await page.goto('/mypage/images');
      await page.setInputFiles(
        '#f-files',
        ten.map((index) => path.join(folder, `${index}.bmp`)),
      );
      await page.click('button[value=upload]');
      await page.getByText('画像を登録しました。ハローワークで確認した後に公開します。').waitFor();
      await page.context().close();
    }
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function person(cookie: string): Promise<Page> {
    const { context, page } = await newPerson(browser, server.origin);
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: server.origin }]);
    return page;
  }

  /** The page of an employer's images at the counter's screen, with a count of the keys pressed on it. */
  async function reviewing(employer: number) {
    const page = await person(clerkCookie);
    await page.setViewportSize(counter);
    await page.goto(`/staff/images/${employers[employer]?.id}`);
    await page.getByText('10枚中10枚を表示済み').waitFor();
    let keys = 0;
    const press = async (key: string): Promise<void> => {
      keys += 1;
      await page.keyboard.press(key);
    };
    return { page, press, keys: () => keys };
  }
  const decided = (page: Page) =>
    page.getByText('画像の可否を決定しました。求人者にメールでお知らせします。').waitFor();
  const checked = (page: Page, vote: 'yes' | 'no') => page.locator(`input[value=${vote}]:checked`).count();

  test('without JavaScript every image carries its words and reasons', async () => {
    const { context, page } = await newPerson(browser, server.origin, { javaScriptEnabled: false });
    const [name = '', value = ''] = clerkCookie.split('=');
    await context.addCookies([{ name, value, url: server.origin }]);
    await page.goto(`/staff/images/${employers[0]?.id}`);
    expect(await page.locator('main fieldset img').count()).toBe(10);
    expect(await page.locator('main fieldset details input[value=logo]').count()).toBe(10);
    expect(await page.getByText('読み上げの説明：なし').count()).toBe(10);
    await context.close();
  });

  test('ten images, the one looked at and the button fit the screen; it zooms; a reason goes by its number', async () => {
    const { page, press } = await reviewing(0);
    for (const part of [
      '[data-image] >> nth=9',
      'button[value=decide]',
      'section[aria-label=選んでいる画像]',
    ]) {
      const box = await page.locator(part).boundingBox();
      expect(box && box.y >= 0 && box.y + box.height <= counter.height, part).toBe(true);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      counter.width,
    );

    const shown = page.locator('section[aria-label=選んでいる画像] img');
    const wide = async () => (await shown.boundingBox())?.width ?? 0;
    const whole = await wide();
    await press('+');
    expect(await wide()).toBeGreaterThan(whole);
    await page.getByRole('button', { name: '等倍' }).click();
    expect(await wide()).toBe(800);
    await press('-');
    expect(await wide()).toBe(600);
    await press('0');
    expect(await wide()).toBe(whole);

    const source = await shown.getAttribute('src');
    await press('ArrowRight');
    await press('ArrowRight');
    await press('ArrowLeft');
    await expect.poll(() => shown.getAttribute('src')).not.toBe(source);
    await press('n');
    await press('3');
    expect(await page.locator('input[type=checkbox]:checked').getAttribute('value')).toBe('logo');
    await press('3');
    expect(await page.locator('input[type=checkbox]:checked').count()).toBe(0);
    expect(await checked(page, 'no')).toBe(1);
    await page.context().close();
  });

  test('deciding ten one by one takes 11 keys', async () => {
    const { page, press, keys } = await reviewing(0);
    for (const _ of ten) await press('y');
    expect(await checked(page, 'yes')).toBe(10);
    await press('Control+Enter');
    await decided(page);
    expect(keys()).toBe(11);
    await page.context().close();
  });

  test('all that were seen are accepted with 2 keys; one of them is taken from view again', async () => {
    const { page, press, keys } = await reviewing(1);
    await press('Shift+Y');
    expect(await checked(page, 'yes')).toBe(10);
    await press('Control+Enter');
    await decided(page);
    expect(keys()).toBe(2);

    await page.goto(`/staff/images/${employers[1]?.id}`);
    await page.getByRole('link', { name: '表示不可にする' }).first().click();
    await page.getByRole('button', { name: '表示不可にする' }).click();
    await page.locator('[role=alert], [aria-invalid=true]').first().waitFor();
    await page.check('input[value=logo]');
    await page.getByRole('button', { name: '表示不可にする' }).click();
    await page.getByText('画像を表示不可にしました。求人者にメールでお知らせします。').waitFor();
    await page.getByText('10枚中9枚（確認待ち0枚・公開9枚）').waitFor();

    const employer = await person(employers[1]?.cookie ?? '');
    await employer.goto('/mypage/images');
    await employer.getByText('表示不可の理由').waitFor();
    await employer.getByText('他社のロゴや商標が写っています').waitFor();
  });
});
