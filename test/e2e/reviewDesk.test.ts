import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftSaveSeconds } from '#app/domain/decisionDraft.ts';
import type { Posting } from '#app/domain/posting.ts';
import { claimSignSeconds } from '#app/domain/reviewClaim.ts';
import { staffLoginForm } from '#app/forms/account.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { askHandOver } from '#app/procedures/posting/askHandOver.ts';
import { migrate, openDatabase } from '#db/connection.ts';
import { completePosting } from '#fixtures/postings.ts';
import { launchBrowser, newPerson } from '#test/support/browser.ts';
import { fillForm, press, shows } from '#test/support/fillForm.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { granted, openOffice, password, type World } from '#test/support/world.ts';

const now = '2026-11-24T10:00:00+09:00';

describe('An open page of a review', () => {
  let folder: string;
  let office: World;
  let close: () => Promise<void>;
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  let posting: Posting;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-desk-'));
    const settings = { dialect: 'sqlite', file: path.join(folder, 'madoguchi.sqlite') } as const;
    const database = openDatabase(settings);
    close = database.close;
    await migrate(database);
    office = await openOffice({ ...database, settings }, now, { staffPassword: password });
    const employer = await office.openedAtCounter();
    // Something that a check wants confirmed, at a field of its own.
    const content = completePosting({ annual_holidays: 60 });
    const sent = await office.submitted(employer, await office.filledIn(employer, content));
    posting = await office.visited(sent, '2026-11-24');
    server = await startServer({ DATA_DIR: folder, NOW: now });
    browser = await launchBrowser();
    ({ page } = await newPerson(browser, server.origin));
    await page.clock.install({ time: new Date(now) });
    await page.goto('/staff/login');
    await fillForm(page, fieldsOf(staffLoginForm), { login_name: 'clerk', password });
    await page.locator('main [name="password"]').fill(password);
    await press(page, 'sign-in');
    await page.waitForURL('**/staff');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await close?.();
    await rm(folder, { recursive: true, force: true });
  });

  const draft = async () =>
    (await office.stores.decisionDrafts.find(office.staff.clerk.id, posting.id, 'return'))?.typed.message;

  test('keeps what is typed into a decision by itself, and nothing before something has changed', async () => {
    await page.goto(`/staff/reviews/${posting.id}/return`);
    await page.waitForLoadState('networkidle');
    await page.clock.runFor(draftSaveSeconds * 1000);
    expect(await draft()).toBeUndefined();
    await page.locator('main textarea[name="message"]').fill('書きかけの説明（見本）');
    await page.clock.runFor(draftSaveSeconds * 1000);
    await shows(page, '10:00 に下書きを自動で保存しました。');
    expect(await draft()).toBe('書きかけの説明（見本）');
    await page.goto(`/staff/reviews/${posting.id}/return`);
    expect(await page.inputValue('main textarea[name="message"]')).toBe('書きかけの説明（見本）');
  });

  test('leads from a finding to its field, and the focus goes with it', async () => {
    await page.goto(`/staff/reviews/${posting.id}`);
    const link = page.locator('main a[href^="#r-"]').first();
    const target = await link.getAttribute('href');
    await link.click();
    expect(await page.evaluate(() => `#${document.activeElement?.id}`)).toBe(target);
  });

  test('tells its holder at the next sign that somebody asks for the review', async () => {
    await page.goto(`/staff/reviews/${posting.id}`);
    await press(page, 'begin');
    await page.locator('main button[value="release"]').waitFor();
    granted(
      await office.perform(askHandOver, office.staff.otherClerk, {
        postingId: posting.id,
        heldBy: office.staff.clerk.id,
        reason: '求人者が窓口に来ているため（見本）',
      }),
    );
    await page.clock.runFor(claimSignSeconds * 1000);
    await shows(page, '理由：求人者が窓口に来ているため（見本）');
    await press(page, 'hand-over');
    await page.waitForURL('**done=review-handed-over');
    await shows(page, '確認 太郎（見本） さんが 10:00 から確認中です。');
  });
});
