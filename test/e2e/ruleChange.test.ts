import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staffLoginForm } from '#app/forms/account.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { submitForm } from '#app/forms/ruleChange.ts';
import { migrate, openDatabase } from '#db/connection.ts';
import { launchBrowser, newPerson } from '#test/support/browser.ts';
import { fillForm, press, shows } from '#test/support/fillForm.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { openOffice, password } from '#test/support/world.ts';

const now = '2026-11-24T10:00:00+09:00';
const ruleSet = '/staff/rules/eligibility/visit-required';
const days = 'parameters.visitWithinDays.value';

const signIn = async (page: Page, login_name: string): Promise<void> => {
  await page.goto('/staff/login');
  await fillForm(page, fieldsOf(staffLoginForm), { login_name, password });
  await page.locator('main [name="password"]').fill(password);
  await press(page, 'sign-in');
  await page.waitForURL('**/staff');
};

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
] as const)('A rule is changed on the screens of two supervisors, %s', (_title, javaScriptEnabled) => {
  let folder: string;
  let servers: RunningServer[] = [];
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-rules-'));
    const settings = { dialect: 'sqlite', file: path.join(folder, 'madoguchi.sqlite') } as const;
    const database = openDatabase(settings);
    await migrate(database);
    await openOffice({ ...database, settings }, now, { staffPassword: password });
    await database.close();
    const environment = { DATA_DIR: folder, NOW: now };
    servers = [await startServer(environment), await startServer(environment)];
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('drafted, its examples looked at, approved by the other, and followed by every process', async () => {
    const origin = (at: number): string => servers[at]?.origin ?? '';
    const author = await newPerson(browser, origin(0), { javaScriptEnabled });
    const { page } = author;
    await signIn(page, 'supervisor');

    await page.goto(ruleSet);
    await page.getByRole('link', { name: 'この規則を変更する' }).click();
    await page.waitForURL(`**${ruleSet}/change`);
    await press(page, 'start');
    await page.waitForURL(/\/staff\/rules\/changes\/[0-9a-f-]{36}\/edit/);
    const change = new URL(page.url()).pathname.replace('/edit', '');

    // A figure beyond its bounds is refused beside its field, and what was typed stays.
    await page.locator(`[name="${days}"]`).fill('99');
    await press(page, 'save');
    await shows(page, '60');
    expect(await page.locator(`[name="${days}"]`).inputValue()).toBe('99');
    await page.locator(`[name="${days}"]`).fill('10');
    await press(page, 'save');
    await page.waitForURL((url) => url.pathname === change);
    await shows(page, '期待と違う結論になった例');

    // The text of the draft: an editor with its own styles where scripts run, a text area otherwise.
    await page.goto(`${change}/text`);
    if (javaScriptEnabled) {
      const scroller = page.locator('.cm-scroller');
      await scroller.waitFor();
      expect(await scroller.evaluate((element) => getComputedStyle(element).display)).toBe('flex');
    } else {
      expect(await page.locator('textarea[name="text"]').inputValue()).toContain('"visitWithinDays"');
    }
    await page.goto(change);

    // The examples whose due date moves are looked at and taken over.
    for (const box of await page.locator('input[name="example"]').all()) await box.check();
    await press(page, 'adopt');
    await shows(page, '問題はありません');

    await page.getByRole('link', { name: '承認を依頼する' }).click();
    await page.waitForURL(`**${change}/submit`);
    const [section] = submitForm.sections;
    await fillForm(page, section?.fields ?? [], {
      effective_from: '2026-11-24',
      reason: '期限を短くするため（見本）',
    });
    await press(page, 'submit');
    await page.waitForURL((url) => url.pathname === change);
    await shows(page, '承認待ち');
    expect(await page.getByRole('link', { name: '承認する' }).count()).toBe(0);

    const approver = await newPerson(browser, origin(1), { javaScriptEnabled });
    await signIn(approver.page, 'otherSupervisor');
    await approver.page.goto(change);
    await approver.page.getByRole('link', { name: '承認する' }).click();
    await approver.page.waitForURL(`**${change}/approve`);
    await press(approver.page, 'approve');
    await approver.page.waitForURL((url) => url.pathname === change);
    await shows(approver.page, '承認済み');

    for (const person of [author, approver]) {
      await expect
        .poll(
          async () => {
            await person.page.goto(ruleSet);
            return person.page.locator('main').innerText();
          },
          { timeout: 5_000, interval: 250 },
        )
        .toContain('10日');
    }
    // The browser reports the refused form itself.
    const complaints = [...author.complaints, ...approver.complaints];
    expect(complaints.filter((complaint) => !complaint.includes('status of 422'))).toEqual([]);
  });
});
