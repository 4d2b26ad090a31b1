import { expect, test } from 'vitest';
import type { Card } from '#app/components/establishment/card.ts';
import { EstablishmentCard } from '#app/components/establishment/EstablishmentCard.tsx';
import { NotePage, type NotePageProps } from '#app/components/note/NotePage.tsx';
import { queueAddress } from '#app/components/queue/address.ts';
import { QueuePage, type QueuePageProps } from '#app/components/queue/QueuePage.tsx';
import { HoldPage, type HoldPageProps } from '#app/components/review/HoldPage.tsx';
import { ReviewPage, type ReviewPageProps } from '#app/components/review/ReviewPage.tsx';
import { reviewsSheet } from '#app/components/sheet/reviews.ts';
import { loader as ownPosting } from '#app/routes/mypage.postings.$id._index.tsx';
import { action as settle } from '#app/routes/staff.checks.$id.tsx';
import { loader as card } from '#app/routes/staff.establishments.$id._index.tsx';
import { action as noteOnCard } from '#app/routes/staff.establishments.$id.note.tsx';
import { action as takeBack } from '#app/routes/staff.notes.$id.tsx';
import { loader as queue } from '#app/routes/staff.reviews._index.tsx';
import { action as act, loader as review } from '#app/routes/staff.reviews.$id._index.tsx';
import { action as askHandOver } from '#app/routes/staff.reviews.$id.ask-hand-over.tsx';
import { action as check } from '#app/routes/staff.reviews.$id.check.tsx';
import { action as sign } from '#app/routes/staff.reviews.$id.claim.ts';
import { action as hold, loader as holdForm } from '#app/routes/staff.reviews.$id.hold.tsx';
import { action as note, loader as noteForm } from '#app/routes/staff.reviews.$id.note.tsx';
import { beginSession } from '#app/web/session.server.ts';
import { htmlOf } from '#test/components/render.tsx';
import { call, contextFor, formKey, origin } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, reviewable, signedIn } = await webOffice();
const clerk = await signedIn(office.staff.clerk);
const other = await signedIn(office.staff.otherClerk);
const auditor = await signedIn(office.staff.auditor);
const neighbour = await signedIn(office.staff.neighbour);
type Who = { cookie: string };

const posting = await reviewable('a@example.co.jp');
const path = `/staff/reviews/${posting.id}`;
const params = { id: posting.id };
const page = async (who: Who) => {
  const data = (await call(app, review, { ...who, path, params })).data as ReviewPageProps;
  return htmlOf(<ReviewPage {...data} />, path);
};
const list = async (query: string) => {
  const address = `/staff/reviews?${query}`;
  const data = (await call(app, queue, { ...clerk, path: address })).data as QueuePageProps;
  return htmlOf(<QueuePage {...data} />, address);
};
const sent = (more: Record<string, string>) => ({
  _key: formKey(),
  _version: String(posting.version),
  ...more,
});
const press = (who: Who, _intent: string, more: Record<string, string> = {}) =>
  call(app, act, { ...who, path, params, form: sent({ _intent, ...more }) });

/** Everything that the MyPage of the employer of the posting is told about it. */
async function employerSees(): Promise<string> {
  const account = await app.read.accounts.findByEmail('a@example.co.jp');
  const context = contextFor(app);
  const visit = { cookies: null, now: app.clock.now().toISOString(), answer: context.answer };
  await beginSession(app, visit, { audience: 'mypage', subjectId: account?.id ?? '', data: {} });
  const cookie = context.answer.getSetCookie()[0]?.split(';')[0] ?? '';
  const answer = await call(app, ownPosting, { cookie, path: `/mypage/postings/${posting.id}`, params });
  expect(answer.status).toBe(200);
  return JSON.stringify(answer.data);
}

test('a posting is put on hold from its own page, shown as held, and let go, without JavaScript', async () => {
  const asked = await call(app, holdForm, { ...clerk, path: `${path}/hold`, params });
  const form = htmlOf(<HoldPage {...(asked.data as HoldPageProps)} answer={undefined} />, `${path}/hold`);
  expect(form).toContain('value="2026-11-27"');
  const put = (who: Who, reason: string, until: string) =>
    call(app, hold, { ...who, path: `${path}/hold`, params, form: sent({ reason, until }) });
  expect(await put(clerk, '', '2026-11-27')).toMatchObject({ status: 422 });
  expect(await put(clerk, '書類待ち（見本）', '2026-11-28')).toMatchObject({
    status: 422,
    data: { errors: [{ field: 'until', code: 'closed-day' }], typed: { until: '2026-11-28' } },
  });
  expect(await put(auditor, '書類待ち', '2026-11-27')).toMatchObject({ status: 403 });
  expect(await put(neighbour, '書類待ち', '2026-11-27')).toMatchObject({ status: 404 });
  expect((await put(clerk, '書類待ち（見本）', 'R8.11.27')).location).toContain('done=posting-held');

  expect(await page(other)).toContain('書類待ち（見本）');
  expect(await page(other)).toContain('11月27日(金)に再開');
  expect(await page(other)).toContain('保留を解く');
  expect(await page(other)).not.toContain(`href="${path}/hold"`);
  expect(await page(auditor)).not.toContain('保留を解く');
  expect(await list('only=held')).toContain('11月27日(金)に再開：書類待ち（見本）');
  expect(await list('only=held')).toContain('保留（いま1件）');
  expect(await list('kind=new')).toContain('11月27日(金)に再開：書類待ち（見本）');
  expect(await list('kind=visit&only=held')).not.toContain('書類待ち');
  const paper = reviewsSheet(
    queueAddress(new URL('/staff/reviews?only=held', origin)),
    ((await call(app, queue, { ...clerk, path: '/staff/reviews?only=held' })).data as QueuePageProps).queue,
  );
  expect(JSON.stringify(paper)).toContain('保留（11月27日(金)に再開：書類待ち（見本））');
  expect(JSON.stringify(paper)).toContain('保留：保留中のもの');
  expect(await employerSees()).not.toContain('書類待ち');

  expect((await press(other, 'lift-hold')).location).toBe(`${path}?done=hold-lifted`);
  expect(await press(other, 'lift-hold')).toMatchObject({ status: 422 });
  expect(await page(other)).toContain(`href="${path}/hold"`);
  expect(await list('only=held')).toContain('条件に合うものはありません。');
});

test('a note is written about the posting or its establishment, read by colleagues and struck by its writer', async () => {
  const asked = await call(app, noteForm, { ...clerk, path: `${path}/note`, params });
  const form = htmlOf(<NotePage {...(asked.data as NotePageProps)} answer={undefined} />, `${path}/note`);
  expect(form).toContain('この事業所');
  const write = (who: Who, text: string, about: string) =>
    call(app, note, { ...who, path: `${path}/note`, params, form: sent({ text, about }) });
  expect(await write(clerk, '', 'posting')).toMatchObject({ status: 422 });
  expect(await write(clerk, 'あ'.repeat(1001), 'posting')).toMatchObject({ status: 422 });
  expect(await write(auditor, '監査', 'posting')).toMatchObject({ status: 403 });
  expect(await write(neighbour, '隣', 'posting')).toMatchObject({ status: 404 });
  expect((await write(clerk, '電話で確認（見本）', 'posting')).location).toBe(`${path}?done=note-added`);
  await write(other, '午後に在席（見本）', 'establishment');

  expect(await page(other)).toContain('電話で確認（見本）');
  expect(await page(other)).toContain('午後に在席（見本）');
  expect(await page(other)).toMatch(/メモ・経過 \(\d+\)/);
  expect(await page(other)).toContain('メモ 2');
  const { establishmentId } = posting;
  const establishment = { path: `/staff/establishments/${establishmentId}`, params: { id: establishmentId } };
  await call(app, noteOnCard, { ...clerk, ...establishment, form: sent({ text: '名刺は窓口に（見本）' }) });
  const cardPage = async () => {
    const data = (await call(app, card, { ...other, ...establishment })).data as never as { card: Card };
    return htmlOf(<EstablishmentCard {...(data as never as Parameters<typeof EstablishmentCard>[0])} />, '/');
  };
  expect(await cardPage()).toContain('電話で確認（見本）');
  expect(await cardPage()).toContain('名刺は窓口に（見本）');
  expect(await employerSees()).not.toContain('電話で確認');

  const own = /\/staff\/notes\/([0-9a-f-]{36})/.exec(await page(clerk))?.[1] ?? '';
  const strike = (who: Who, id = own) =>
    call(app, takeBack, { ...who, path: `/staff/notes/${id}`, params: { id }, form: sent({}) });
  expect(await strike(other)).toMatchObject({ status: 422 });
  expect(await strike(neighbour)).toMatchObject({ status: 404 });
  expect((await strike(clerk)).location).toContain('done=note-taken-back');
  expect(await page(other)).toContain('<s>名刺は窓口に（見本）</s>');
  expect(await page(other)).toContain('メモ 2');
});

test('a check is added by hand, shown as a chip with its day and settled with a word', async () => {
  const add = (who: Who, due_on: string, about = 'posting') =>
    call(app, check, {
      ...who,
      path: `${path}/check`,
      params,
      form: sent({ reason: '通報あり（見本）', about, due_on }),
    });
  expect(await add(clerk, '2026-11-23')).toMatchObject({ status: 422 });
  expect(await add(auditor, '2026-11-27')).toMatchObject({ status: 403 });
  expect((await add(clerk, '2026-11-27')).location).toBe(`${path}?done=check-added`);
  await add(clerk, '2026-12-01', 'establishment');
  expect(await list('kind=new')).toContain('追加：通報あり（見本）（11/27(金)まで）');
  expect(await list('kind=new')).toContain(`href="${path}?kind=new#checks"`);
  const tab = await list('kind=check');
  expect(tab).toContain('追加確認 <b class="numeric">2</b>');
  expect(tab).toContain(`href="${path}?kind=check#checks"`);
  expect(tab).toContain(`href="/staff/establishments/${posting.establishmentId}?kind=check#checks"`);
  expect(tab).toContain('事業所の確認');
  expect(tab).toContain('窓口 花子（見本） さんが 11/24');
  expect(tab).not.toContain('type="checkbox"');
  expect(await page(auditor)).toContain('通報あり（見本）');
  expect(await page(auditor)).not.toContain('確認済みにする');
  expect(await employerSees()).not.toContain('通報');
  const ids = [...(await page(clerk)).matchAll(/\/staff\/checks\/([0-9a-f-]{36})/g)].map(([, id = '']) => id);
  expect(ids).toHaveLength(2);
  for (const id of ids) {
    const options = { path: `/staff/checks/${id}`, params: { id } };
    expect(await call(app, settle, { ...neighbour, ...options, form: sent({}) })).toMatchObject({
      status: 404,
    });
    const form = { ...sent({ note: '電話で確認済み（見本）' }), _version: '1' };
    expect((await call(app, settle, { ...other, ...options, form })).location).toContain(
      'done=check-settled',
    );
    expect(
      await call(app, settle, { ...clerk, ...options, form: { ...form, _key: formKey() } }),
    ).toMatchObject({
      status: 409,
    });
  }
  expect(await list('kind=check')).not.toContain('通報あり');
});

test('a hand-over is asked for with a reason and answered on the page of the holder, who hears of it by a sign', async () => {
  await press(clerk, 'begin');
  const ask = (who: Who, reason: string) =>
    call(app, askHandOver, {
      ...who,
      path: `${path}/ask-hand-over`,
      params,
      form: sent({ reason, held_by: office.staff.clerk.id }),
    });
  const signOf = async (who: Who) => {
    const request = new Request(`${origin}${path}/claim`, {
      method: 'POST',
      headers: who,
      body: new URLSearchParams({}),
    });
    return (await sign({ request, params, context: contextFor(app) })).json();
  };
  expect(await page(other)).toContain(`href="${path}/ask-hand-over"`);
  expect(await signOf(clerk)).toEqual({ held: true, askedBy: null });
  expect(await ask(other, '')).toMatchObject({ status: 422 });
  expect((await ask(other, '窓口に来ています（見本）')).location).toBe(`${path}?done=hand-over-asked`);
  expect(await signOf(clerk)).toEqual({ held: true, askedBy: office.staff.otherClerk.id });
  expect(await page(other)).toContain('返事を待っています');
  expect(await page(other)).toContain(`href="${path}/take-over"`);
  expect(await page(clerk)).toContain('窓口に来ています（見本）');
  const asked_by = office.staff.otherClerk.id;
  expect((await press(clerk, 'keep', { asked_by })).location).toBe(`${path}?done=review-kept`);
  expect(await page(other)).toContain('「このまま確認を続ける」と答えました');
  await ask(other, 'もう一度（見本）');
  expect((await press(clerk, 'hand-over', { asked_by })).location).toBe(`${path}?done=review-handed-over`);
  expect(await page(other)).toContain('あなたが 10:00 から確認中です。');
});
