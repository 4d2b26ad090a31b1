import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { decisionText } from '#app/text/staff/review.ts';
import { demoOffice } from '#fixtures/demo.ts';
import { launchBrowser, newPerson } from '#test/support/browser.ts';
import { type Bench, type BenchResult, figure } from './support/bench.ts';
import { median } from './support/load.ts';
import { afterTheNight, openVolume, scaleOf, type Volume } from './support/volume.ts';

/** A slow telephone network: 1.6 Mbit/s down, 0.75 up, 150 ms there and back; and a quarter of the processor. */
const slowNetwork = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const slowProcessor = 4;
const VISITS = 3;
const DECISIONS = 9;
const WARM = 3;
const GOAL_MS = 150;

const route = (volume: Volume) => ({
  clerk: {
    queue: '/staff/reviews',
    review: null,
    'establishment search': '/staff/establishments?q=見本山',
  },
  employer: { 'employer home': '/mypage', 'seeker search': '/mypage/seekers?words=事務' },
  review: async (): Promise<string> => {
    const { id } = await volume.database
      .reader('posting')
      .where({ office_id: demoOffice.id, state: 'under_review' })
      .orderBy('waiting_since')
      .first('id');
    return `/staff/reviews/${id}`;
  },
});

/** Kept by the page itself from its first line on: largest paint, and the longest time from an input to its paint. */
const observe = `
  window.measured = { paint: 0, input: 0 };
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.measured.paint = entry.startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.measured.input = Math.max(window.measured.input, entry.duration); })
    .observe({ type: 'event', durationThreshold: 16, buffered: true });
`;

const measuredOn = (page: Page): Promise<{ paint: number; input: number }> =>
  page.evaluate('window.measured');

/** One visit with an empty cache on a slow machine and network. */
async function visit(
  context: BrowserContext,
  path: string,
): Promise<{ bytes: number; paint: number; input: number }> {
  const page = await context.newPage();
  const session: CDPSession = await context.newCDPSession(page);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', slowNetwork);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowProcessor });
  await page.addInitScript(observe);
  await page.goto(path, { waitUntil: 'load', timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  const { paint } = await measuredOn(page);
  for (const key of ['Tab', 'Tab', 'j', 'Escape']) await page.keyboard.press(key);
  // Two frames later what the keys did has been painted and told.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  const { input } = await measuredOn(page);
  await page.close();
  return { bytes, paint, input };
}

const signIn = async (context: BrowserContext, origin: string, cookie: string): Promise<void> => {
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: origin }]);
};

/** 受理 by the keys that lead to it, until the next item is on the screen; nothing is slowed down. */
async function decisions(volume: Volume, page: Page): Promise<number[]> {
  const open: string[] = await volume.database
    .reader('posting')
    .where({ office_id: demoOffice.id, state: 'under_review' })
    .orderBy('waiting_since')
    .limit(DECISIONS + WARM)
    .pluck('id');
  const times: number[] = [];
  for (const id of open) {
    await page.goto(`/staff/reviews/${id}`);
    await page.locator('[data-decision-bar] [aria-keyshortcuts="a"] [aria-hidden]').waitFor();
    await page.keyboard.press('a');
    await page.getByRole('heading', { level: 1, name: decisionText.accept.title }).waitFor();
    const began = performance.now();
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=posting-accepted/);
    await page.locator('[data-decision-bar]').waitFor();
    times.push(performance.now() - began);
  }
  return times.slice(WARM);
}

/** What a browser needs: bytes and paint on a slow machine and network, and how soon the next item is there. */
export const bench: Bench = async ({ say, scale }) => {
  say('filling one office');
  const volume = await openVolume('sqlite', scaleOf(scale ?? 'office'));
  if (volume === null) return [];
  await afterTheNight(volume);
  const [employer = ''] = await volume.employers(1);
  const cookies = { clerk: await volume.clerk(), employer };
  const server = await volume.start();
  const browser = await launchBrowser();
  const results: BenchResult[] = [];
  try {
    const routes = route(volume);
    for (const who of ['clerk', 'employer'] as const) {
      const { context } = await newPerson(browser, server.origin);
      await signIn(context, server.origin, cookies[who]);
      for (const [name, path] of Object.entries(routes[who])) {
        say(name);
        const seen = [];
        for (let time = 0; time < VISITS; time += 1)
          seen.push(await visit(context, path ?? (await routes.review())));
        results.push(
          figure(`${name}: bytes with an empty cache`, median(seen.map(({ bytes }) => bytes / 1024)), 'KB'),
          figure(
            `${name}: largest paint, slow network and processor`,
            median(seen.map(({ paint }) => paint)),
            'ms',
          ),
          figure(
            `${name}: a key until its paint, slow processor`,
            median(seen.map(({ input }) => input)),
            'ms',
          ),
        );
      }
      await context.close();
    }
    say('decisions');
    const { context, page } = await newPerson(browser, server.origin);
    await signIn(context, server.origin, cookies.clerk);
    const next = median(await decisions(volume, page));
    results.push({
      ...figure('a decision until the next item is there, warm', next, 'ms'),
      goal: `<= ${GOAL_MS}`,
      met: next <= GOAL_MS,
    });
    return results;
  } finally {
    await browser.close();
    await server.stop();
    await volume.database.remove();
  }
};
