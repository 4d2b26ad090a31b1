import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate, openDatabase } from '#db/connection.ts';
import { keepStart } from '#db/trainingStart.ts';
import { launchBrowser, newPerson } from '#test/support/browser.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { signedIn } from '#test/support/session.ts';
import { openOffice, type World } from '#test/support/world.ts';

const now = '2026-11-24T10:00:00+09:00';
/** Later than any lease of a process that died at `now`. */
const afterwards = '2026-11-24T10:10:00+09:00';

describe('A training in a browser', () => {
  let folder: string;
  let office: World;
  let postingId: string;
  let close: () => Promise<void>;
  let browser: Browser;
  let cookie: string;
  const servers: RunningServer[] = [];

  const start = async (more: Record<string, string>): Promise<RunningServer> => {
    const server = await startServer({ DATA_DIR: folder, TRAINING: '1', ...more });
    servers.push(server);
    const ready = () =>
      fetch(`${server.origin}/readyz`).then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(ready, { timeout: 90_000 }).toBe(200);
    return server;
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-training-'));
    const settings = { dialect: 'sqlite', file: path.join(folder, 'training.sqlite') } as const;
    const database = openDatabase(settings);
    close = database.close;
    await migrate(database);
    office = await openOffice({ ...database, settings }, now);
    const employer = await office.openedAtCounter();
    postingId = (await office.submitted(employer, await office.filledIn(employer))).id;
    await office.runner.runDue();
    await keepStart(database, folder);
    await office.stores.training.mark(new Date(now).toISOString());
    cookie = await signedIn(office, 'staff', office.staff.clerk.id);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all(servers.map((server) => server.stop()));
    await close?.();
    await rm(folder, { recursive: true, force: true });
  });

  const opened = async (
    { origin }: RunningServer,
    options: Parameters<typeof newPerson>[2] = {},
  ): Promise<Page> => {
    const { context, page } = await newPerson(browser, origin, options);
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: origin }]);
    await page.goto('/staff/training');
    return page;
  };
  const arrives = (page: Page, words: string) =>
    page.getByText(`練習の今：${words}`).waitFor({ timeout: 120_000 });

  test('the days pass without a script, survive a kill, are the same in every process, and begin anew', async () => {
    const doomed = await start({ NOW: now, FAULT_AT: 'posting.lapse:committed' });

    const plain = await opened(doomed, { javaScriptEnabled: false });
    await plain.getByRole('button', { name: '翌日へ' }).click();
    await arrives(plain, '2026年11月25日(水)（令和8年） 08:30');

    // At the width of a telephone, and with a script; the process dies while the posting lapses.
    const narrow = await opened(doomed, { width: 320 });
    const width = () => narrow.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(320);
    await narrow.getByRole('button', { name: '12月9日へ' }).click();
    expect(await doomed.ended).toBe('SIGKILL');
    servers.length = 0;

    const [next, beside] = await Promise.all([start({ NOW: afterwards }), start({ NOW: afterwards })]);
    const page = await opened(next);
    await arrives(page, '2026年12月9日(水)（令和8年） 08:30');
    expect(await page.getByText('来庁期限により失効 1件').count()).toBe(1);
    expect((await office.now(postingId)).state).toBe('lapsed');

    // Records and mails are a click away.
    await page.getByRole('link', { name: '失効', exact: false }).last().click();
    await page.waitForURL('**/staff/outbox/**');
    await page.goBack();
    await page.locator(`a[href="/staff/reviews/${postingId}"]`).first().click();
    await page.waitForURL(`**/staff/reviews/${postingId}`);

    const other = await opened(beside);
    await arrives(other, '2026年12月9日(水)（令和8年） 08:30');

    // A long way is stopped, and the clock stays.
    await page.goto('/staff/training');
    await page.getByLabel('進める先の日付').fill('2031-11-24');
    await page.getByRole('button', { name: 'この日まで進める' }).click();
    await page.getByRole('button', { name: 'ここで止める' }).click();
    await page.getByRole('button', { name: '翌日へ' }).waitFor();

    await page.getByText('はじめからやり直す', { exact: true }).click();
    await page.getByRole('button', { name: 'はじめの状態に戻す' }).click();
    await arrives(page, '2026年11月24日(火)（令和8年） 10:00');
    expect((await office.now(postingId)).state).toBe('awaiting_visit');
    await other.reload();
    await arrives(other, '2026年11月24日(火)（令和8年） 10:00');
  });

  test('every page says so: the counter’s, the employers’, and what is printed', async () => {
    const server = await start({ NOW: afterwards });
    const page = await opened(server);
    for (const address of ['/staff', '/mypage/login', `/staff/reviews/${randomUUID()}`]) {
      await page.goto(address);
      expect(await page.getByText('練習モード').first().isVisible(), address).toBe(true);
    }
    await page.goto('/print/today');
    expect(await page.getByText('練習', { exact: true }).isVisible()).toBe(true);
  });

  test('nothing of WCAG 2.2 AA is broken on 練習 and 毎日の自動処理, at a desk and on a telephone', async () => {
    const server = await start({ NOW: afterwards });
    for (const width of [1366, 320]) {
      const page = await opened(server, { width });
      for (const address of ['/staff/training', '/staff/schedule']) {
        await page.goto(address);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), address).toBe(0);
        const found: unknown = await page.evaluate(
          `(() => { ${axe.source}; return axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }); })()`,
        );
        const { violations } = found as { violations: { id: string; nodes: { html: string }[] }[] };
        expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      }
    }
  });
});
