import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EmployerActor } from '#app/domain/actor.ts';
import { launchBrowser, newPerson } from '#test/support/browser.ts';
import { testDatabase } from '#test/support/database.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { signedIn } from '#test/support/session.ts';
import { openOffice, type World } from '#test/support/world.ts';

const now = '2026-11-24T10:00:00+09:00';

describe('The end of a session', () => {
  let office: World;
  let employer: EmployerActor;
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    const database = await testDatabase('sqlite');
    if (database.settings.dialect !== 'sqlite') throw new Error('This test runs on a file.');
    office = await openOffice(database, now);
    // Before the server runs, which would take the key's mail for its own.
    employer = await office.openedAtCounter();
    server = await startServer({ DATA_DIR: path.dirname(database.settings.file), NOW: now });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Somebody at a page, whose browser has a clock that the test moves. */
  const at = async (audience: 'staff' | 'mypage', subjectId: string, address: string) => {
    const person = await newPerson(browser, server.origin);
    const [name = '', value = ''] = (await signedIn(office, audience, subjectId)).split('=');
    await person.context.addCookies([{ name, value, url: server.origin }]);
    await person.page.clock.install({ time: new Date(now) });
    await person.page.goto(address);
    await person.page.waitForLoadState('networkidle');
    return person;
  };

  test('is said before it comes, and put off with one button; what is written stays', async () => {
    const { page, complaints } = await at('mypage', employer.accountId, '/mypage/account/email');
    await page.fill('input[name=email]', 'new@example.co.jp');
    const notice = page.getByText('自動でログアウトします');
    await page.clock.fastForward('56:00');
    expect(await notice.count()).toBe(0);
    await page.clock.fastForward('01:30');
    await notice.waitFor();
    expect(await notice.textContent()).toContain('約2分後');

    await page.getByRole('button', { name: '続ける' }).click();
    await notice.waitFor({ state: 'detached' });
    await page.clock.fastForward('50:00');
    expect(await notice.count()).toBe(0);
    await page.clock.fastForward('10:00');
    await page.getByText('しばらく操作がなかったため、ログアウトしました。').waitFor();
    expect(await page.inputValue('input[name=email]')).toBe('new@example.co.jp');
    expect(complaints).toEqual([]);
  });

  test('comes earlier at the counter', async () => {
    const { page } = await at('staff', office.staff.clerk.id, '/staff');
    await page.clock.fastForward('27:30');
    await page.getByText('自動でログアウトします').waitFor();
  });

  test('the tab icon is there', async () => {
    const icon = await fetch(`${server.origin}/favicon.ico`);
    expect(icon.status).toBe(200);
    expect(new Uint8Array(await icon.arrayBuffer()).slice(0, 4)).toEqual(new Uint8Array([0, 0, 1, 0]));
  });
});
