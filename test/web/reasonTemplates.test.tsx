import { expect, test } from 'vitest';
import { ReturnPage, type ReturnPageProps } from '#app/components/review/ReturnPage.tsx';
import { TemplatesPage } from '#app/components/template/TemplatesPage.tsx';
import { templateIntents } from '#app/components/template/templates.ts';
import type { ReasonTemplate } from '#app/domain/reasonTemplate.ts';
import { action as giveBack, loader as returnForm } from '#app/routes/staff.reviews.$id.return.tsx';
import { loader as list } from '#app/routes/staff.templates._index.tsx';
import { action as change, loader as one } from '#app/routes/staff.templates.$id.tsx';
import { action as add } from '#app/routes/staff.templates.new.tsx';
import { htmlOf } from '#test/components/render.tsx';
import { call, formKey } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, reviewable, signedIn } = await webOffice();
const posting = await reviewable('a@example.co.jp');
const clerk = await signedIn(office.staff.clerk);
const supervisor = await signedIn(office.staff.supervisor);
const path = '/staff/templates';
const words = {
  kind: 'return',
  title: '休憩時間',
  body: '・休憩時間を入力してください。',
  reason_code: 'hours',
};
const listed = async () =>
  ((await call(app, list, { ...supervisor, path })).data as { templates: ReasonTemplate[] }).templates;

test('a supervisor adds a 定型文; a clerk uses it without JavaScript and keeps what was typed', async () => {
  const adding = (who: { cookie: string }, form: Record<string, string>) =>
    call(app, add, { ...who, path: `${path}/new`, form: { _key: formKey(), _intent: 'save', ...form } });
  expect(await adding(clerk, words)).toMatchObject({ status: 403 });
  expect(await adding(supervisor, { ...words, position: '100' })).toMatchObject({ status: 422 });
  expect((await adding(supervisor, words)).location).toBe(`${path}?done=template-saved`);
  const [template] = await listed();
  expect(htmlOf(<TemplatesPage templates={await listed()} />, path)).toContain('休憩時間');

  const at = { ...clerk, path: `/staff/reviews/${posting.id}/return`, params: { id: posting.id } };
  const page = (await call(app, returnForm, at)).data as ReturnPageProps;
  const html = htmlOf(<ReturnPage {...page} answer={undefined} />, at.path);
  expect(html).toContain(`value="template:${template?.id}"`);
  const form = { _key: formKey(), _version: String(posting.version), message: '確認しました。' };
  const picked = await call(app, giveBack, {
    ...at,
    form: { ...form, _intent: `template:${template?.id}` },
  });
  expect(picked.data).toMatchObject({
    errors: [],
    typed: { message: '確認しました。\n・休憩時間を入力してください。', reason_codes: ['hours'] },
  });
  expect((await office.now(posting.id)).state).toBe('under_review');
});

test('a 定型文 is retired and brought back from its own page', async () => {
  const [template] = await listed();
  const at = { ...supervisor, path: `${path}/${template?.id}`, params: { id: template?.id ?? '' } };
  expect((await call(app, one, at)).data).toMatchObject({ template: { title: '休憩時間' } });
  const saving = (version: number, _intent: string) =>
    call(app, change, { ...at, form: { _key: formKey(), _version: String(version), _intent, ...words } });
  expect((await saving(1, templateIntents.retire)).location).toBe(`${path}?done=template-saved`);
  expect(await listed()).toMatchObject([{ retiredAt: expect.any(String) }]);
  expect(await saving(1, templateIntents.bringBack)).toMatchObject({ status: 409 });
  await saving(2, templateIntents.bringBack);
  expect(await listed()).toMatchObject([{ retiredAt: null }]);
});
