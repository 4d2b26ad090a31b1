import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate, openDatabase } from '#db/connection.ts';
import { bitmap } from '#fixtures/pictures.ts';
import { launchBrowser, newPerson } from '#test/support/browser.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { signedIn } from '#test/support/session.ts';
import { openOffice } from '#test/support/world.ts';

const now = '2026-11-24T10:00:00+09:00';

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
] as const)('Images, from the upload to the decision, %s', (_title, javaScriptEnabled) => {
  let folder: string;
  let server: RunningServer;
  let browser: Browser;
  let cookies: { employer: string; clerk: string };
  let establishmentId: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-images-'));
    await writeFile(path.join(folder, 'good.bmp'), bitmap(60, 40));
    await writeFile(path.join(folder, 'other.bmp'), bitmap(80, 40));
    await writeFile(path.join(folder, 'drawing.png'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const settings = { dialect: 'sqlite', file: path.join(folder, 'madoguchi.sqlite') } as const;
    const database = openDatabase(settings);
    await migrate(database);
    const office = await openOffice({ ...database, settings }, now);
    const employer = await office.openedAtCounter();
    establishmentId = employer.establishmentId ?? '';
    cookies = {
      employer: await signedIn(office, 'mypage', employer.accountId),
      clerk: await signedIn(office, 'staff', office.staff.clerk.id),
    };
    await database.close();
    server = await startServer({ DATA_DIR: folder, NOW: now });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const person = async (cookie: string) => {
    const someone = await newPerson(browser, server.origin, { javaScriptEnabled });
    const [name = '', value = ''] = cookie.split('=');
    await someone.context.addCookies([{ name, value, url: server.origin }]);
    return someone.page;
  };

  test('good files are kept beside a refused one, and more follow; the clerk decides all in one go', async () => {
    const employer = await person(cookies.employer);
    const file = (name: string) => path.join(folder, name);
    await employer.goto('/mypage/images');
    await employer.setInputFiles('#f-files', [file('good.bmp'), file('drawing.png')]);
    await employer.click('button[value=upload]');
    await employer.getByText('1件の画像を登録しました。1件は登録できませんでした。').waitFor();
    await employer.locator('main ol > li').first().waitFor();
    // The next files of the same page have a key of their own.
    await employer.setInputFiles('#f-files', [file('other.bmp')]);
    await employer.click('button[value=upload]');
    await employer.getByText('画像を登録しました。ハローワークで確認した後に公開します。').waitFor();
    expect(await employer.locator('main ol > li').count()).toBe(2);
    const source = await employer.locator('main ol img').first().getAttribute('src');

    const clerk = await person(cookies.clerk);
    await clerk.goto('/staff/images');
    await clerk.click('main tbody th a');
    await clerk.waitForURL(`**/staff/images/${establishmentId}?kind=image`);
    await clerk.locator('input[value=yes]').first().check();
    await clerk.locator('input[value=no]').last().check();
    await clerk.click('button[value=decide]');
    await clerk.getByText('差し戻す画像には、理由を選ぶか説明を書いてください：2番目').waitFor();
    expect(await clerk.locator('input[value=yes]').first().isChecked()).toBe(true);
    await clerk.locator('input[value=people]').last().check();
    await clerk.click('button[value=decide]');
    await clerk.getByText('画像の可否を決定しました。求人者にメールでお知らせします。').waitFor();

    await employer.goto('/mypage/images');
    await employer.getByText('写っている人の同意が確認できません').waitFor();
    // The address of the employer's picture opens for nobody else.
    const stranger = await newPerson(browser, server.origin);
    const answer = await stranger.context.request.get(`${server.origin}${source}`, { maxRedirects: 0 });
    expect(answer.status()).not.toBe(200);
  });
});
