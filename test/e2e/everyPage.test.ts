import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { openDemoHouse } from '#test/support/everyPage/house.ts';
import { lookAt } from '#test/support/everyPage/look.ts';
import { type ServedPage, walk } from '#test/support/everyPage/walk.ts';
import { walkersOf } from '#test/support/everyPage/walkers.ts';
import { weightOf } from '#test/support/everyPage/weight.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';

const now = '2026-11-24T10:00:00+09:00';

/**
 * Compressed bytes of script a page may load: of an employer, of the counter, with the editor of rules. ux.md §5 asks
 * 170,000 of an employer's page; the manifest of all routes is 11,500 of them.
 */
const scripts = { employer: 172_000, counter: 200_000, editor: 330_000 } as const;
const styles = 25_000;

const allowance = ({ screen }: ServedPage): number => {
  if (/^routes\/staff\.rules\.changes\.\$id\.(edit|text|examples)/.test(screen)) return scripts.editor;
  return /^routes\/(staff|print)/.test(screen) ? scripts.counter : scripts.employer;
};

/** One of each screen for the eyes of a browser, and every door: those are pages in a state of their own. */
function oneOfEach(pages: readonly ServedPage[]): ServedPage[] {
  const kindOf = ({ screen, walker, address }: ServedPage) =>
    walker.doors.includes(address) ? `${walker.name} ${address}` : screen;
  return [...new Map(pages.toReversed().map((page) => [kindOf(page), page])).values()];
}

/** A page with one fault of each kind. */
const faultyPage = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>見本</title>
<style>
  @media print { h1 { display: none } }
  @media (forced-colors: active) { a { visibility: hidden } }
</style>
<main><h1>見本</h1><img src="http://127.0.0.2:1/x.png"><p style="color: #ccc">薄い</p><a href="/">入口</a>
<div style="width: 500px">広い</div><form><button>送る</button></form></main>
<script>document.querySelector('h1').__reactProps = {}; console.error('a complaint')</script></html>`;

/** Answers in a training only, which training.test.ts walks. */
const inTrainingOnly = ['routes/staff.training'];

describe('Every page', () => {
  let folder: string;
  let server: RunningServer;
  let browser: Browser;
  let found: Awaited<ReturnType<typeof walk>>;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-pages-'));
    const house = await openDemoHouse(folder, now);
    const walkers = await walkersOf(house, now);
    server = await startServer({ NODE_ENV: 'production', DEMO: '1', DATA_DIR: folder, NOW: now });
    await house.jobsDone();
    await house.database.close();
    [browser, found] = await Promise.all([launchBrowser(), walk(server.origin, walkers)]);
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('is reached by somebody, and no link leads into an error', () => {
    const reached = new Set(found.served.map(({ screen }) => screen));
    expect(found.screens.length).toBeGreaterThan(150);
    expect(found.screens.filter((screen) => !reached.has(screen))).toEqual(inTrainingOnly);
    expect(found.refused).toEqual([]);
  });

  test('has its title without a script, and loads no more than it may', () => {
    const wrong = found.served.flatMap((page) => {
      const { script, style } = weightOf(page);
      const faults = [
        ...(page.html.match(/<h1[ >]/g)?.length === 1 ? [] : ['not one h1']),
        ...(page.html.match(/<main[ >]/g)?.length === 1 ? [] : ['not one main']),
        ...(script <= allowance(page) ? [] : [`${script} bytes of script`]),
        ...(style <= styles ? [] : [`${style} bytes of style`]),
      ];
      return faults.map((fault) => `${page.walker.name} ${page.address}: ${fault}`);
    });
    expect(wrong).toEqual([]);
  });

  test('is whole for everybody: axe, 320 px, high contrast, on paper, and no complaint of the browser', async () => {
    expect(await lookAt(browser, server.origin, oneOfEach(found.served))).toEqual([]);
  }, 900_000);

  test('with faults is told from one without', async () => {
    const [page] = found.served;
    if (page === undefined) throw new Error('Nothing was served.');
    const faulty = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(faultyPage));
    const port = await new Promise<number>((resolve) => {
      faulty.listen(0, '127.0.0.1', () => resolve((faulty.address() as AddressInfo).port));
    });
    const faults = await lookAt(browser, `http://127.0.0.1:${port}`, [{ ...page, address: '/', html: '' }]);
    faulty.close();
    for (const fault of [
      'image-alt',
      'color-contrast',
      'px wide',
      'only a script makes the button "送る"',
      'asks http://127.0.0.2',
      'forced colours hide something',
      'print hides the title',
      'a complaint',
    ])
      expect(faults.join('\n')).toContain(fault);
  });
});
