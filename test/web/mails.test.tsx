import { expect, test } from 'vitest';
import { InvariantsPage, type InvariantsPageProps } from '#app/components/invariant/InvariantsPage.tsx';
import { MailCataloguePage, type MailCataloguePageProps } from '#app/components/mail/MailCataloguePage.tsx';
import { MailPage, type MailPageProps } from '#app/components/mail/MailPage.tsx';
import { MailsPage, type MailsPageProps } from '#app/components/mail/MailsPage.tsx';
import { loader as invariants } from '#app/routes/staff.invariants.tsx';
import { loader as list } from '#app/routes/staff.mails._index.tsx';
import { loader as one, action as resend } from '#app/routes/staff.mails.$id.tsx';
import { loader as catalogue } from '#app/routes/staff.mails.catalogue.tsx';
import { htmlOf } from '#test/components/render.tsx';
import { call, formKey } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, reviewable, signedIn } = await webOffice();
const posting = await reviewable('saiyo@example.co.jp');
await office.runner.runDue();
const clerk = await signedIn(office.staff.clerk);
const auditor = await signedIn(office.staff.auditor);
const neighbour = await signedIn(office.staff.neighbour);
const path = '/staff/mails';

test('the list shows no address; one mail shows it masked until somebody asks, and then the look is kept', async () => {
  const shown = (await call(app, list, { ...clerk, path })).data as MailsPageProps;
  const html = htmlOf(<MailsPage {...shown} />, path);
  expect(html).toContain('求人の受付');
  expect(html).not.toContain('saiyo@');
  const id = shown.mails.rows.find(({ kind }) => kind === 'mail.postingReceived')?.id ?? '';
  const params = { id };
  const page = async (search: string) => {
    const props = (await call(app, one, { ...clerk, path: `${path}/${id}${search}`, params })).data;
    return htmlOf(<MailPage {...(props as MailPageProps)} answer={undefined} />, path);
  };
  const views = () => office.database.reader('view_log').where({ screen: 'mail.recipient' });
  expect(await page('')).toContain('s＊＊＊＊@example.co.jp');
  expect(await views()).toEqual([]);
  expect(await page('?open=1')).toContain('saiyo@example.co.jp');
  expect(await views()).toMatchObject([{ subject_id: posting.establishmentId }]);

  expect(await call(app, one, { ...neighbour, path, params })).toMatchObject({ status: 404 });
  const form = { _key: formKey(), _intent: 'resend', reason: '届いていないと電話があった' };
  expect(await call(app, resend, { ...auditor, path, params, form })).toMatchObject({ status: 403 });
  expect(await call(app, resend, { ...neighbour, path, params, form })).toMatchObject({ status: 404 });
  expect((await call(app, resend, { ...clerk, path, params, form })).location).toBe(
    `${path}?done=mail-resent`,
  );
});

test('a mail is not sent again without a reason, and an auditor only reads', async () => {
  const shown = (await call(app, list, { ...clerk, path })).data as MailsPageProps;
  const id = shown.mails.rows.findLast(({ kind }) => kind === 'mail.postingReceived')?.id ?? '';
  const params = { id };
  const form = { _key: formKey(), _intent: 'resend', reason: '　' };
  const answer = await call(app, resend, { ...clerk, path, params, form });
  expect(answer).toMatchObject({ status: 422, data: { errors: [{ field: 'reason' }] } });
  const props = (await call(app, one, { ...auditor, path: `${path}/${id}`, params })).data;
  const html = htmlOf(<MailPage {...(props as MailPageProps)} answer={undefined} />, path);
  expect(html).toContain('送り直しは、職員と監督者が行えます。');
  expect(html).toContain('<caption>送り直しの記録</caption>');
  expect(html).toContain('届いていないと電話があった');
});

test('メールの種類 shows every mail with when, to whom, by which act and rule, and how it reads', async () => {
  const { data } = await call(app, catalogue, { ...clerk, path: `${path}/catalogue` });
  const html = htmlOf(<MailCataloguePage {...(data as MailCataloguePageProps)} />, `${path}/catalogue`);
  expect(html.match(/<article /g)).toHaveLength((data as MailCataloguePageProps).mails.length);
  expect(html).toContain('選考結果未入力通知（自動処理）');
  expect(html).toContain('href="/staff/rules/notice/missing-result"');
  expect(html).toContain('件名：【求人者マイページ】選考結果未入力通知');
});

test('データの点検 says that all is well, or names the record', async () => {
  const shown = async () => {
    const props = (await call(app, invariants, { ...clerk, path: '/staff/invariants' })).data;
    return htmlOf(<InvariantsPage {...(props as InvariantsPageProps)} />, '/staff/invariants');
  };
  expect(await shown()).toContain('問題は見つかりませんでした。');
  await office.database
    .writer('posting')
    .where({ id: posting.id })
    .update({ state: 'awaiting_visit', due_date: null });
  const html = await shown();
  expect(html).toContain('来庁待ちの求人に、来庁期限がない');
  expect(html).toContain(`href="/staff/reviews/${posting.id}"`);
});
