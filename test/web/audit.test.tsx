import { expect, test } from 'vitest';
import { AuditEntryPage, type AuditEntryPageProps } from '#app/components/audit/AuditEntryPage.tsx';
import { AuditPage, type AuditPageProps } from '#app/components/audit/AuditPage.tsx';
import { CheckPage } from '#app/components/audit/CheckPage.tsx';
import { ViewsPage, type ViewsPageProps } from '#app/components/audit/ViewsPage.tsx';
import { loader as log } from '#app/routes/staff.audit._index.tsx';
import { loader as entry } from '#app/routes/staff.audit.$seq.tsx';
import { action as check } from '#app/routes/staff.audit.check.tsx';
import { loader as views } from '#app/routes/staff.audit.views.tsx';
import { loader as file } from '#app/routes/staff.audit[.]csv.ts';
import { htmlOf } from '#test/components/render.tsx';
import { call, contextFor, formKey, origin } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, reviewable, signedIn } = await webOffice();
const posting = await office.accepted(await reviewable('a@example.co.jp'));
const auditor = await signedIn(office.staff.auditor);
const clerk = await signedIn(office.staff.clerk);
const path = '/staff/audit';

test('記録 names acts in words, each with its page, filtered by the address', async () => {
  expect(await call(app, log, { ...clerk, path })).toMatchObject({ status: 403 });
  const search = `?action=posting.accepted&record=${posting.number}`;
  const shown = (await call(app, log, { ...auditor, path: `${path}${search}` })).data as AuditPageProps;
  expect(shown.log.total).toBe(1);
  const html = htmlOf(<AuditPage {...shown} />, path);
  expect(html).toContain('窓口 花子（見本）（職員）');
  expect(html).toContain(`href="/staff/reviews/${posting.id}"`);
  expect(html).toContain(`番号：${posting.number}`);
  expect(html).toContain('<option value="posting.accepted" selected="">受理</option>');
});

test('one entry shows the personal values, and the look at it is kept', async () => {
  const found = await call(app, log, { ...auditor, path: `${path}?action=visit.registered` });
  const seq = String((found.data as AuditPageProps).log.rows[0]?.seq);
  const page = await call(app, entry, { ...auditor, path: `${path}/${seq}`, params: { seq } });
  const html = htmlOf(<AuditEntryPage {...(page.data as AuditEntryPageProps)} />, path);
  expect(html).toContain('運転免許証');
  const seen = (await call(app, views, { ...auditor, path: '/staff/audit/views' })).data as ViewsPageProps;
  expect(seen.views.rows[0]).toMatchObject({ screen: 'audit.entry', subjectId: posting.id });
  expect(htmlOf(<ViewsPage {...seen} />, path)).toContain('監査 三郎（見本）');
  expect(await call(app, entry, { ...clerk, params: { seq } })).toMatchObject({ status: 403 });
  for (const wrong of ['0', '999999', 'x'])
    expect(await call(app, entry, { ...auditor, params: { seq: wrong } })).toMatchObject({ status: 404 });
});

test('the chain is checked with a button', async () => {
  const answer = await call(app, check, { ...auditor, form: { _key: formKey() } });
  const { result } = answer.data as {
    result: { rows: number; firstBad: null; head: { seq: number; hash: string } };
  };
  const anchor = { seq: 2, hash: 'abcdef0123456789ff', at: '2026-11-24T17:10:00.000Z' };
  const whole = htmlOf(<CheckPage idempotencyKey="k" anchor={anchor} result={result} />, path);
  expect(whole).toContain('すべて正しくつながっています');
  expect(whole).toContain('2番　検査値 abcdef0123456789…');
  const broken = htmlOf(
    <CheckPage idempotencyKey="k" anchor={null} result={{ ...result, rows: 4, firstBad: 5 as never }} />,
    path,
  );
  expect(broken).toContain('5番の記録が、書き換え・削除・追加された可能性があります。');
  expect(await call(app, check, { ...clerk, form: { _key: formKey() } })).toMatchObject({ status: 403 });
});

test('the file opens in a Japanese Excel and holds no personal value', async () => {
  const request = new Request(`${origin}/staff/audit.csv?action=visit.registered`, { headers: auditor });
  const answer = (await file({ request, params: {}, context: contextFor(app) } as never)) as Response;
  expect(answer.headers.get('content-disposition')).toContain('kiroku.csv');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(bytes);
  expect(text).toContain('来庁・本登録');
  expect(text.split('\r\n')).toHaveLength(3);
  expect(text).not.toContain('運転免許証');
});
