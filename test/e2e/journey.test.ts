import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emailForm, keyForm, passwordForm, staffLoginForm, startForm } from '#app/forms/account.ts';
import { establishmentForm } from '#app/forms/establishment.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { postingSteps } from '#app/forms/posting.ts';
import { acceptanceForm, identityChecklist, returnForm, visitForm } from '#app/forms/review.ts';
import { migrate, openDatabase } from '#db/connection.ts';
import { establishments } from '#fixtures/establishments.ts';
import { completePosting } from '#fixtures/postings.ts';
import { launchBrowser, newPerson } from '#test/support/browser.ts';
import { fillForm, press, shows } from '#test/support/fillForm.ts';
import { type Mailbox, openMailbox } from '#test/support/mailbox.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { openOffice, password } from '#test/support/world.ts';

const now = '2026-11-24T10:00:00+09:00';
const email = 'jinji@example.co.jp';
const [newcomer] = establishments;
const content = completePosting();

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
] as const)('The first posting, from the counter to publication, %s', (_title, javaScriptEnabled) => {
  let folder: string;
  let mailbox: Mailbox;
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-journey-'));
    mailbox = await openMailbox();
    const settings = { dialect: 'sqlite', file: path.join(folder, 'madoguchi.sqlite') } as const;
    const database = openDatabase(settings);
    await migrate(database);
    await openOffice({ ...database, settings }, now, { staffPassword: password });
    await database.close();
    server = await startServer({ DATA_DIR: folder, SMTP_URL: mailbox.url, NOW: now });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await mailbox?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('a clerk and an employer do the whole of it', async () => {
    const clerk = await newPerson(browser, server.origin, { javaScriptEnabled });
    const employer = await newPerson(browser, server.origin, { javaScriptEnabled });
    const counter = clerk.page;
    const office = employer.page;

    // 1. The clerk signs in, finds nothing, registers the establishment.
    await counter.goto('/staff/login');
    await fillForm(counter, fieldsOf(staffLoginForm), { login_name: 'clerk', password });
    await counter.locator('main [name="password"]').fill(password);
    await press(counter, 'sign-in');
    await counter.waitForURL('**/staff');
    await counter.goto('/staff/establishments?q=1301-000000-0');
    await shows(counter, '新規登録');
    await counter.goto('/staff/establishments/new');
    await fillForm(counter, fieldsOf(establishmentForm), {
      ...newcomer,
      establishment_number: '１３０１ー９９９９９９ー７',
    });
    await press(counter, 'save');
    await counter.waitForURL(/\/staff\/establishments\/[0-9a-f-]{36}/);
    const card = new URL(counter.url()).pathname;
    await shows(counter, '1301-999999-7');

    // 2. The account's e-mail, read back in large letters; the opening guide.
    await counter.goto(`${card}/account`);
    await fillForm(counter, fieldsOf(emailForm), { email });
    await press(counter, 'read-back');
    await counter.locator('main button[value="register"]').waitFor();
    await shows(counter, email);
    await press(counter, 'register');
    await counter.locator('main a[href^="/print/opening-guide/"]').first().waitFor();
    const guide = await counter.locator('main a[href^="/print/opening-guide/"]').first().getAttribute('href');
    await counter.goto(guide ?? '');
    const guideText = await counter.locator('body').innerText();
    for (const words of [email, '②', '⑥', '50分']) expect(guideText).toContain(words);

    // 3. The employer sets the password with the key from the mail.
    await office.goto('/mypage/start');
    await fillForm(office, fieldsOf(startForm), { email, consent_privacy: true, consent_terms: true });
    await press(office, 'send');
    await office.waitForURL('**/mypage/start/key*');
    const keyMail = await mailbox.waitFor(email, (mail) => mail.subject?.includes('認証キー') ?? false);
    const key = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(keyMail.text ?? '')?.[0] ?? '';
    await fillForm(office, fieldsOf(keyForm), { key: 'AAAA-BBBB-CCCC' });
    await press(office, 'enter');
    await shows(office, '認証キーが違います');
    await fillForm(office, fieldsOf(keyForm), { key: key.toLowerCase() });
    await press(office, 'enter');
    await office.waitForURL('**/mypage/start/password*');
    await office.locator(`main [name="${fieldsOf(passwordForm)[0]?.name}"]`).fill(password);
    await press(office, 'set');
    await office.waitForURL(/\/mypage(\?|$)/);

    // 4. Eight steps; a red error blocks and keeps what was typed.
    await office.goto('/mypage/postings/new');
    await office.locator('main form button[type="submit"]').first().click();
    await office.waitForURL(/\/steps\/1/);
    const posting = /postings\/([0-9a-f-]{36})/.exec(office.url())?.[1] ?? '';
    for (const [index, step] of postingSteps.entries()) {
      await shows(office, '来庁');
      const given = Object.fromEntries(step.fields.map(({ name }) => [name, content[name] ?? null]));
      if (step.id === '4') {
        await fillForm(office, step.fields, { ...given, base_pay_max: 100_000 });
        await press(office, 'next');
        await shows(office, 'エラー');
        expect(await office.locator('main [name="base_pay_min"]').inputValue()).toContain('230');
      }
      await fillForm(office, step.fields, given);
      await press(office, 'next');
      await office.waitForURL(index === 7 ? /\/confirm/ : new RegExp(`/steps/${index + 2}`));
    }

    // 5. Submission and receipt with the due date.
    await press(office, 'submit');
    await office.waitForURL(/\/receipt/);
    await shows(office, '2026年12月8日');
    await shows(office, '過去1年間');

    // 6. The visit, a return with a reason, the correction, the acceptance.
    await counter.goto('/staff/reviews');
    await shows(counter, String(content.job_title));
    await counter.goto(`/staff/reviews/${posting}`);
    await shows(counter, '過去1年間');
    await counter.goto(`/staff/reviews/${posting}/visit`);
    await fillForm(counter, fieldsOf(visitForm), {
      visited_on: '令和8年11月24日',
      ...Object.fromEntries(identityChecklist.map((name) => [name, true])),
      ...(fieldsOf(visitForm).some(({ name }) => name === 'identity_document')
        ? {
            identity_document:
              fieldsOf(visitForm).find(({ name }) => name === 'identity_document')?.choices?.[0]?.value ??
              '運転免許証',
          }
        : {}),
    });
    await press(counter, 'register');
    await counter.waitForURL('**/done/*');
    await counter.goto(`/staff/reviews/${posting}/return`);
    await fillForm(counter, fieldsOf(returnForm), {
      reason_codes: [
        fieldsOf(returnForm).find(({ name }) => name === 'reason_codes')?.choices?.[0]?.value ?? '',
      ],
      message: '仕事の内容に、1日の流れを書き加えてください。',
    });
    await press(counter, 'decide');
    await counter.waitForURL((url) => !url.pathname.endsWith('/return'));
    await mailbox.waitFor(
      email,
      (mail) => mail.subject?.includes('修正') || mail.subject?.includes('差戻') || false,
    );

    await office.goto('/mypage');
    await shows(office, '差戻し');
    await office.goto(`/mypage/postings/${posting}/steps/3`);
    await shows(office, '1日の流れを書き加えてください');
    await office
      .locator('main [name="job_description"]')
      .fill(`${content.job_description}午前は伝票、午後は来客の対応が中心です。`);
    await press(office, 'next');
    await office.waitForURL(/\/steps\/4|\/confirm/);
    await office.goto(`/mypage/postings/${posting}/confirm`);
    await press(office, 'resend');
    await office.waitForURL(/\/receipt/);

    await counter.goto(`/staff/reviews/${posting}/accept`);
    await fillForm(counter, fieldsOf(acceptanceForm), { note: '電話で内容を確認済み。' });
    await press(counter, 'decide');
    await counter.waitForURL((url) => !url.pathname.endsWith('/accept'));

    // 7. The employer's home and mails say so.
    await mailbox.waitFor(email, (mail) => mail.subject?.includes('受理') ?? false);
    await office.goto('/mypage');
    await shows(office, '99010-00000001');
    await shows(office, '1/31(日)');

    await counter.goto(`/staff/reviews/${posting}`);
    await shows(counter, '受理・公開');
    expect([...clerk.complaints, ...employer.complaints].filter((text) => !/40[09]|422/.test(text))).toEqual(
      [],
    );
  });
});
