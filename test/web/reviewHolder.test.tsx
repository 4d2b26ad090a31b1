import { expect, test } from 'vitest';
import { QueuePage, type QueuePageProps } from '#app/components/queue/QueuePage.tsx';
import { ReviewPage, type ReviewPageProps } from '#app/components/review/ReviewPage.tsx';
import { TakeOverPage, type TakeOverPageProps } from '#app/components/review/TakeOverPage.tsx';
import { loader as queue } from '#app/routes/staff.reviews._index.tsx';
import { action as act, loader as review } from '#app/routes/staff.reviews.$id._index.tsx';
import { action as sign } from '#app/routes/staff.reviews.$id.claim.ts';
import { action as takeOver, loader as takeOverForm } from '#app/routes/staff.reviews.$id.take-over.tsx';
import { htmlOf } from '#test/components/render.tsx';
import { call, contextFor, formKey, origin } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, reviewable, signedIn } = await webOffice();
const posting = await reviewable('a@example.co.jp');
const clerk = await signedIn(office.staff.clerk);
const other = await signedIn(office.staff.otherClerk);
const auditor = await signedIn(office.staff.auditor);
const neighbour = await signedIn(office.staff.neighbour);

const path = `/staff/reviews/${posting.id}`;
const params = { id: posting.id };
type Who = { cookie: string };
const page = async (who: Who) => {
  const data = (await call(app, review, { ...who, path, params })).data as ReviewPageProps;
  return htmlOf(<ReviewPage {...data} />, path);
};
const press = (who: Who, _intent: string) => {
  const form = { _key: formKey(), _version: String(posting.version), _intent };
  return call(app, act, { ...who, path, params, form });
};

test('a posting is begun, shown as held, handed over with a reason and let go, without JavaScript', async () => {
  expect(await page(clerk)).toContain('確認を始める');
  expect(await page(auditor)).not.toContain('確認を始める');
  expect((await press(clerk, 'begin')).location).toBe(`${path}?done=review-begun`);
  expect(await page(clerk)).toContain('あなたが 10:00 から確認中です。');
  expect(await page(clerk)).toContain('手放す');
  expect(await page(other)).toContain('窓口 花子（見本） さんが 10:00 から確認中です。');
  expect(await page(other)).toContain(`href="${path}/take-over"`);
  expect(await page(auditor)).not.toContain('take-over');
  expect(await press(other, 'begin')).toMatchObject({ status: 422 });

  const list = (await call(app, queue, { ...other, path: '/staff/reviews' })).data as QueuePageProps;
  expect(htmlOf(<QueuePage {...list} />, '/staff/reviews')).toContain('確認中：窓口 花子（見本） <time');

  const asked = await call(app, takeOverForm, { ...other, path: `${path}/take-over`, params });
  const html = htmlOf(<TakeOverPage {...(asked.data as TakeOverPageProps)} answer={undefined} />);
  const heldBy = /name="held_by" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const give = (reason: string) =>
    call(app, takeOver, {
      ...other,
      path: `${path}/take-over`,
      params,
      form: { _key: formKey(), _version: String(posting.version), reason, held_by: heldBy },
    });
  expect(await give('')).toMatchObject({ status: 422 });
  expect((await give('担当者が外出のため')).location).toBe(`${path}?done=review-taken-over`);
  expect(await page(clerk)).toContain('確認 太郎（見本） さんが 10:00 から確認中です。');
  expect((await press(other, 'release')).location).toBe(`${path}?done=review-released`);
  expect(await page(clerk)).toContain('担当はいません。');
});

test('a sign from an open page says whether the claim still holds', async () => {
  const give = (who: Who) => call(app, sign, { ...who, path: `${path}/claim`, params, form: {} });
  await press(clerk, 'begin');
  expect(await give(clerk)).toMatchObject({ status: 200 });
  expect(await give(auditor)).toMatchObject({ status: 403 });
  const held = async (who: Who) => {
    const context = contextFor(app);
    const request = new Request(`${origin}${path}/claim`, {
      method: 'POST',
      headers: who,
      body: new URLSearchParams({}),
    });
    return (await sign({ request, params, context })).json();
  };
  expect(await held(clerk)).toEqual({ held: true, askedBy: null });
  expect(await held(other)).toEqual({ held: false, askedBy: null });
  expect(await held(neighbour)).toEqual({ held: false, askedBy: null });
});

test('a claim of another office does not exist, and an auditor makes none', async () => {
  expect(await press(neighbour, 'begin')).toMatchObject({ status: 404 });
  expect(await call(app, takeOverForm, { ...neighbour, path, params })).toMatchObject({ status: 404 });
  expect(await press(auditor, 'begin')).toMatchObject({ status: 403 });
});
