import { expect, test } from 'vitest';
import { ReviewPage, type ReviewPageProps } from '#app/components/review/ReviewPage.tsx';
import { UndoPage, type UndoPageProps } from '#app/components/review/UndoPage.tsx';
import { loader as review } from '#app/routes/staff.reviews.$id._index.tsx';
import { loader as form, action as undo } from '#app/routes/staff.reviews.$id.undo.tsx';
import { htmlOf } from '#test/components/render.tsx';
import { call, formKey } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, reviewable, signedIn } = await webOffice();
const posting = await office.accepted(await reviewable('a@example.co.jp'));
const clerk = await signedIn(office.staff.clerk);
const other = await signedIn(office.staff.otherClerk);
const auditor = await signedIn(office.staff.auditor);
const neighbour = await signedIn(office.staff.neighbour);
const path = `/staff/reviews/${posting.id}`;
const params = { id: posting.id };
type Who = { cookie: string };

test('取り消す is offered to who decided, asks for a reason and works without JavaScript', async () => {
  const page = async (who: Who) => {
    const data = (await call(app, review, { ...who, path, params })).data as ReviewPageProps;
    return htmlOf(<ReviewPage {...data} />, path);
  };
  expect(await page(clerk)).toContain(`href="${path}/undo"`);
  expect(await page(other)).not.toContain(`href="${path}/undo"`);
  expect(await page(auditor)).not.toContain(`href="${path}/undo"`);

  const asked = async (who: Who) => {
    const data = (await call(app, form, { ...who, path, params })).data as UndoPageProps;
    return htmlOf(<UndoPage {...data} answer={undefined} />, path);
  };
  expect(await asked(clerk)).toContain('name="reason"');
  expect(await asked(other)).toContain('監督者に依頼してください');
  expect(await call(app, form, { ...neighbour, path, params })).toMatchObject({ status: 404 });

  const take = (who: Who, reason: string) => {
    const typed = { _key: formKey(), _version: String(posting.version), reason };
    return call(app, undo, { ...who, path, params, form: typed });
  };
  expect(await take(auditor, '取り違え')).toMatchObject({ status: 403 });
  expect(await take(other, '取り違え')).toMatchObject({ status: 422 });
  expect(await take(clerk, '')).toMatchObject({ status: 422 });
  expect((await take(clerk, '取り違え')).location).toBe(`${path}?done=decision-undone`);
  expect(await page(clerk)).toContain('受理・差戻しを取消し');
});
