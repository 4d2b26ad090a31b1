import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ServedPage } from './walk.ts';

/** Pages that are looked at side by side. */
const lanes = 3;

/** A function, not a text: the page's policy forbids texts that become code. */
const isHydrated = () =>
  Object.keys(document.querySelector('h1') ?? {}).some((key) => key.startsWith('__reactProps'));

// What follows runs in the page and answers with sentences, or with what is counted.

/** What of WCAG 2.2 AA and of good practice a machine can tell, if it is serious. */
const seriousFaults = `axe
  .run(document, {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  })
  .then(({ violations }) =>
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))`;

/** What stands beyond the edge of a telephone's window. */
const beyondTheEdge = `document.documentElement.scrollWidth <= innerWidth
  ? []
  : [
      document.documentElement.scrollWidth + ' px wide, for instance ' +
        ([...document.querySelectorAll('body *')]
          .findLast((one) => one.getBoundingClientRect().right > innerWidth)?.outerHTML ?? '').slice(0, 200),
    ]`;

/** What of the page can be seen, and used. */
const visible = `[...document.querySelectorAll('main :is(h1, a[href], button, input, select, textarea)')].filter(
  (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })).length`;

/** What the buttons that send a form post or say, without the key that a script adds. */
const submits = `[...document.querySelectorAll('main form button:not([type="button"])')].map((button) =>
  button.value || [...button.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data).join(''))`;

const plainText = (html: string): string => html.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

/** One page in a browser: what is wrong with it, in sentences. */
async function faultsOf(page: Page, { address, html }: Pick<ServedPage, 'address' | 'html'>) {
  const faults: string[] = [];
  await page.emulateMedia({ media: 'screen', forcedColors: 'none' });
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForFunction(isHydrated);
  faults.push(...(await page.evaluate<string[]>(seriousFaults)));

  const served = plainText(html);
  for (const button of await page.evaluate<string[]>(submits))
    if (!served.includes(button)) faults.push(`only a script makes the button "${button}"`);

  const onScreen = await page.evaluate<number>(visible);
  await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
  if ((await page.evaluate<number>(visible)) < onScreen) faults.push('forced colours hide something');
  await page.emulateMedia({ media: 'print', forcedColors: 'none' });
  if (!(await page.locator('main h1').isVisible())) faults.push('print hides the title');
  if ((await page.locator('main').innerText()).trim() === '') faults.push('print hides the content');

  await page.emulateMedia({ media: 'screen', forcedColors: 'none' });
  await page.setViewportSize({ width: 320, height: 640 });
  return [...faults, ...(await page.evaluate<string[]>(beyondTheEdge))];
}

async function contextFor(browser: Browser, origin: string, cookie: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: origin, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
  context.setDefaultTimeout(30_000);
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: origin }]);
  await context.addInitScript(axe.source);
  return context;
}

/**
 * Looks at every page as the walker who was served it.
 *
 * @returns `who address: what is wrong`: faults of accessibility, of width, complaints of the browser (errors, CSP),
 * requests to anybody else, fonts.
 */
export async function lookAt(
  browser: Browser,
  origin: string,
  pages: readonly ServedPage[],
): Promise<string[]> {
  const faults: string[] = [];
  const waiting = pages.toSorted((a, b) => (a.walker.name < b.walker.name ? -1 : 1));
  const lane = async (): Promise<void> => {
    let page: Page | undefined;
    let now: ServedPage | undefined;
    const say = (fault: string) => faults.push(`${now?.walker.name} ${now?.address}: ${fault}`);
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      // A page that is used again has read the scripts already.
      if (page === undefined || next.walker !== now?.walker) {
        await page?.context().close();
        page = await (await contextFor(browser, origin, next.walker.cookie)).newPage();
        page.on('console', (message) => {
          if (['error', 'warning'].includes(message.type())) say(message.text());
        });
        page.on('pageerror', (error) => say(error.message));
        page.on('request', (request) => {
          if (!request.url().startsWith(origin)) say(`asks ${request.url()}`);
          if (request.resourceType() === 'font') say(`loads the font ${request.url()}`);
        });
      }
      now = next;
      for (const fault of await faultsOf(page, next).catch((error: Error) => [error.message])) say(fault);
    }
    await page?.context().close();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return faults;
}
