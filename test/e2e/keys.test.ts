import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountIntents } from '#app/components/account/intents.ts';
import type { Posting } from '#app/domain/posting.ts';
import { staffLoginForm } from '#app/forms/account.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { identityChecklist } from '#app/forms/review.ts';
import { addReasonTemplate } from '#app/procedures/reasonTemplate/add.ts';
import { accountText } from '#app/text/staff/account.ts';
import { migrate, openDatabase } from '#db/connection.ts';
import { launchBrowser, newPerson } from '#test/support/browser.ts';
import { fillForm, press, shows } from '#test/support/fillForm.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { granted, openOffice, password, type World } from '#test/support/world.ts';

const now = '2026-11-24T10:00:00+09:00';

describe('The keys of the review', () => {
  let folder: string;
  let office: World;
  let close: () => Promise<void>;
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  const postings: Posting[] = [];
  /** An establishment without a MyPage, and a posting that waits for the visit of another one. */
  let newcomer: string;
  let awaited: Posting;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-keys-'));
    const settings = { dialect: 'sqlite', file: path.join(folder, 'madoguchi.sqlite') } as const;
    const database = openDatabase(settings);
    close = database.close;
    await migrate(database);
    office = await openOffice({ ...database, settings }, now, { staffPassword: password });
    for (const email of ['a@example.co.jp', 'b@example.co.jp', 'c@example.co.jp', 'd@example.co.jp']) {
      const employer = await office.openedAtCounter(email);
      const sent = await office.submitted(employer, await office.filledIn(employer));
      postings.push(await office.visited(sent, '2026-11-24'));
      office.clock.moveOn(60_000);
    }
    newcomer = await office.registered();
    const visitor = await office.openedAtCounter('e@example.co.jp');
    awaited = await office.submitted(visitor, await office.filledIn(visitor));
    granted(
      await office.perform(addReasonTemplate, office.staff.supervisor, {
        kind: 'return',
        title: '休憩時間',
        body: '・休憩時間を入力してください。',
        reasonCode: 'hours',
        position: 1,
      }),
    );
    granted(
      await office.perform(addReasonTemplate, office.staff.supervisor, {
        kind: 'hold',
        title: '書類待ち',
        body: '36協定届の写しを待つため（見本）',
        reasonCode: null,
        position: 1,
      }),
    );
    server = await startServer({ DATA_DIR: folder, NOW: now });
    browser = await launchBrowser();
    ({ page } = await newPerson(browser, server.origin));
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

  /** Presses keys one after the other, each once the page of the one before it is there; answers how many. */
  async function pressed(...steps: readonly (readonly [key: string, then: () => Promise<unknown>])[]) {
    for (const [key, then] of steps) {
      await page.keyboard.press(key);
      await then();
    }
    return steps.length;
  }
  const heading = (words: string) => page.getByRole('heading', { level: 1, name: words }).waitFor();
  const stateOf = async (posting: Posting | undefined) => (await office.now(posting?.id ?? '')).state;
  const open = async (posting: Posting | undefined) => {
    await page.goto(`/staff/reviews/${posting?.id}`);
    await page.locator('[data-decision-bar] [aria-keyshortcuts="a"] [aria-hidden]').waitFor();
  };

  test('accept a posting without findings with two, and the next one opens', async () => {
    const [first, second] = postings;
    await open(first);
    const keys = await pressed(
      ['a', () => heading('求人の受理')],
      [
        'Enter',
        () => page.waitForURL(`**/staff/reviews/${second?.id}?done=posting-accepted&of=${first?.id}`),
      ],
    );
    expect(keys).toBe(2);
    expect(await stateOf(first)).toBe('valid');
  });

  test('return a posting with three, in the words of the first 定型文', async () => {
    const [, second, third] = postings;
    await open(second);
    const keys = await pressed(
      ['r', () => page.locator('main [aria-keyshortcuts="1"] [aria-hidden]').waitFor()],
      ['1', () => page.locator('main input[name="reason_codes"][value="hours"]:checked').waitFor()],
      [
        'Control+Enter',
        async () => {
          await page.waitForURL(`**/staff/reviews/${third?.id}?done=posting-returned&of=${second?.id}`);
        },
      ],
    );
    expect(keys).toBe(3);
    expect(await stateOf(second)).toBe('returned');
    const sent = await office.database.reader('posting_return').where({ posting_id: second?.id }).first();
    expect(sent.message).toContain('\n・休憩時間を入力してください。');
  });

  const numberOf = async (establishmentId: string): Promise<string> =>
    (await office.database.reader('establishment').where({ id: establishmentId }).first('number')).number;

  test('register an e-mail address at the counter with six and the typing, to the 控え', async () => {
    await page.goto('/staff');
    await page.waitForLoadState('networkidle');
    const email = 'madoguchi@mihon.example.co.jp';
    let keys = await pressed(['/', () => page.locator('#header-search:focus').waitFor()]);
    await page.keyboard.type((await numberOf(newcomer)).replaceAll('-', ''));
    keys += await pressed(
      [
        'Enter',
        async () => {
          // Before the script runs the search is a page load, which leaves the focus to the browser.
          await page.locator('main [aria-keyshortcuts="m"]').waitFor();
          await page.waitForLoadState('networkidle');
        },
      ],
      ['m', () => page.locator('#f-email:focus').waitFor()],
    );
    await page.keyboard.type(email);
    keys += await pressed(
      [
        'Enter',
        // The sheet shows while the answer to the first Enter still arrives; until then a second one is ignored.
        () => page.locator(`main button[value="${accountIntents.register}"]:not([aria-disabled])`).waitFor(),
      ],
      ['Enter', () => page.locator('main a[href^="/print/opening-guide/"]').first().waitFor()],
      ['p', () => page.waitForURL('**/print/opening-guide/*')],
    );
    expect(keys).toBe(6);
    await shows(page, email);
  });

  test('register a visit with four and one for each tick, in the order of the page', async () => {
    await page.goto('/staff');
    await page.waitForLoadState('networkidle');
    let keys = await pressed(['g', async () => {}], ['v', () => page.locator('main #q:focus').waitFor()]);
    await page.keyboard.type(await numberOf(awaited.establishmentId));
    keys += await pressed(['Enter', () => page.waitForURL(`**/staff/visits/${awaited.establishmentId}`)]);
    const ticks = page.locator(
      'main form input[type="checkbox"]:not([name="postings"]):checked, main form input[type="radio"]:checked',
    );
    await page.locator('main [name="visited_on"]').waitFor();
    const items = identityChecklist.length + 1;
    for (let ticked = 1; ticked <= items; ticked += 1)
      keys += await pressed(['Space', () => expect.poll(() => ticks.count()).toBe(ticked)]);
    keys += await pressed([
      'Control+Enter',
      () => page.waitForURL(`**/staff/visits/${awaited.establishmentId}/done/*?done=visit-registered`),
    ]);
    expect(keys).toBe(4 + items);
    expect(await stateOf(awaited)).toBe('under_review');
    const visit = await office.database
      .reader('visit')
      .where({ establishment_id: awaited.establishmentId })
      .first();
    expect(visit.identity_document).toBe('driving_licence');
  });

  test('of the card and of the address lead where their buttons lead, and text stays text', async () => {
    await page.goto(`/staff/establishments/${newcomer}`);
    await page.locator('main [aria-keyshortcuts="m"] [aria-hidden]').waitFor();
    await pressed(['m', () => page.locator('#f-email:focus').waitFor()]);
    await page.keyboard.type('b@mihon.example.co.jp');
    expect(await page.locator('#f-email').inputValue()).toBe('b@mihon.example.co.jp');
    await pressed(
      ['Escape', () => page.locator('#f-email:not(:focus)').waitFor()],
      ['b', () => heading(accountText.readBackTitle)],
    );
  });

  test('put a posting on hold with three, until the third open day', async () => {
    const [, , third] = postings;
    await open(third);
    const keys = await pressed(
      ['h', () => page.locator('main [aria-keyshortcuts="1"] [aria-hidden]').waitFor()],
      ['1', () => expect.poll(() => page.inputValue('main textarea[name="reason"]')).toContain('写し')],
      ['Control+Enter', () => page.waitForURL(/\/staff\/reviews\/[0-9a-f-]{36}\?done=posting-held/)],
    );
    expect(keys).toBe(3);
    // What waits next is opened, which is not the one on hold.
    expect(page.url()).not.toContain(third?.id);
    const held = await office.database.reader('review_hold').where({ posting_id: third?.id }).first();
    expect(held).toMatchObject({ until: '2026-11-27', reason: '36協定届の写しを待つため（見本）' });
  });

  test('open the page for a メモ with one, and write it with the second', async () => {
    const [, , , fourth] = postings;
    await open(fourth);
    expect(await pressed(['c', () => heading('メモを書く')])).toBe(1);
    await page.locator('main textarea[name="text"]').fill('電話で確認しました（見本）。');
    const sent = () => page.waitForURL(`**/staff/reviews/${fourth?.id}?done=note-added`);
    expect(await pressed(['Control+Enter', sent])).toBe(1);
    await shows(page, '電話で確認しました（見本）。');
  });

  test('lead about, and list themselves', async () => {
    await pressed(
      ['g', async () => {}],
      ['q', () => heading('審査キュー')],
      ['j', () => page.locator('main tbody tr:nth-child(1) th a:focus').waitFor()],
      ['j', () => page.locator('main tbody tr:nth-child(2) th a:focus').waitFor()],
      ['k', () => page.locator('main tbody tr:nth-child(1) th a:focus').waitFor()],
      ['/', () => page.locator('#header-search:focus').waitFor()],
    );
    await page.keyboard.type('agq');
    expect(await page.locator('#header-search').inputValue()).toBe('agq');
    await pressed(
      ['Escape', () => page.locator('#header-search:not(:focus)').waitFor()],
      ['f', () => page.locator('main form[role="search"] input[type="search"]:focus').waitFor()],
      ['Escape', async () => {}],
      ['?', () => heading('キーの一覧')],
    );
  });

  test('of one character stay silent once a person has switched them off', async () => {
    await page.goto('/staff/settings');
    await page.locator('main input[name="single_keys"]').uncheck();
    await press(page, 'save');
    await shows(page, '個人設定を保存しました。');
    await page.goto(`/staff/reviews/${postings[2]?.id}`);
    await page.locator('[data-decision-bar]').waitFor();
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('a');
    await page.keyboard.press('/');
    expect(await page.locator('#header-search:focus').count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe(`/staff/reviews/${postings[2]?.id}`);
    await page.goto('/staff/settings');
    await page.locator('main input[name="single_keys"]').check();
    await press(page, 'save');
    await shows(page, '個人設定を保存しました。');
  });
});
