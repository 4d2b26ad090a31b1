import { expect, test } from 'vitest';
import { DraftPage, type DraftPageProps } from '#app/components/review/DraftPage.tsx';
import { ReturnPage, type ReturnPageProps } from '#app/components/review/ReturnPage.tsx';
import { ReviewPage, type ReviewPageProps } from '#app/components/review/ReviewPage.tsx';
import { draftKeptDays } from '#app/domain/decisionDraft.ts';
import type { Posting } from '#app/domain/posting.ts';
import { loader as review } from '#app/routes/staff.reviews.$id._index.tsx';
import { action as accept } from '#app/routes/staff.reviews.$id.accept.tsx';
import { loader as draft, action as keep } from '#app/routes/staff.reviews.$id.drafts.$act.tsx';
import { action as autosave } from '#app/routes/staff.reviews.$id.drafts.$act_.autosave.ts';
import { action as refuse } from '#app/routes/staff.reviews.$id.refuse.tsx';
import { loader as form, action as giveBack } from '#app/routes/staff.reviews.$id.return.tsx';
import { keepDraft } from '#app/web/drafts.server.ts';
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

const emails = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => `${name}@example.co.jp`);
const fresh = () => reviewable(emails.shift() ?? '');
const message = '休憩時間の書き方を、前の電話のとおりに直してください（見本）。';
const typed = { reason_codes: 'hours', message };
const of = (posting: Posting, act = 'return') => ({
  path: `/staff/reviews/${posting.id}/${act}`,
  params: { id: posting.id, act },
});
const sent = (posting: Posting, more: Record<string, string>) => ({
  _key: formKey(),
  _version: String(posting.version),
  ...more,
});
const send = (who: Who, posting: Posting, more: Record<string, string> = typed) =>
  call(app, giveBack, { ...who, ...of(posting), form: sent(posting, more) });
const kept = async (who: Who, posting: Posting) =>
  (await call(app, draft, { ...who, ...of(posting) })).data as DraftPageProps;
const returnPage = async (who: Who, posting: Posting) => {
  const data = (await call(app, form, { ...who, ...of(posting) })).data as ReturnPageProps;
  return htmlOf(<ReturnPage {...data} answer={undefined} />, of(posting).path);
};

test('who loses the race is told who was first, and reads their own words again', async () => {
  const posting = await fresh();
  await call(app, accept, { ...other, ...of(posting, 'accept'), form: sent(posting, {}) });
  const answer = await send(clerk, posting);
  const link = `/staff/reviews/${posting.id}/drafts/return`;
  expect(answer).toMatchObject({
    status: 409,
    data: { code: 'conflict', by: '確認 太郎（見本）', act: { past: '求人を受理しました' }, draft: link },
  });
  const page = await kept(clerk, posting);
  const html = htmlOf(<DraftPage {...page} />, link);
  expect(html).toContain(message);
  expect(html).toContain('労働時間・休憩・休日を確認してください');
  expect(html).not.toContain('この下書きで続ける');
  const shown = (await call(app, review, { ...clerk, ...of(posting) })).data as ReviewPageProps;
  expect(htmlOf(<ReviewPage {...shown} />, '/')).toContain('あなたの「差戻し」の下書き');
});

test('a decision that is refused keeps what was typed, for its writer alone', async () => {
  const posting = await fresh();
  expect(await send(clerk, posting, { message })).toMatchObject({ status: 422 });
  expect((await kept(clerk, posting)).draft.kept?.typed).toMatchObject({ message });
  expect((await kept(other, posting)).draft.kept).toBeNull();
  expect(await returnPage(clerk, posting)).toContain(message);
  expect(await returnPage(clerk, posting)).toContain('あなたの下書きを表示しています');
  expect(await returnPage(other, posting)).not.toContain(message);
});

test('下書きを保存 works without JavaScript, 下書きを消す too, and the decision ends the draft', async () => {
  const posting = await fresh();
  const html = await returnPage(clerk, posting);
  expect(html).toContain(`formaction="/staff/reviews/${posting.id}/drafts/return"`);
  const press = (intent: string, more: Record<string, string> = {}) =>
    call(app, keep, { ...clerk, ...of(posting), form: sent(posting, { _intent: intent, ...more }) });
  expect((await press('save-draft', typed)).location).toBe(
    `/staff/reviews/${posting.id}/return?done=decision-draft-saved`,
  );
  expect(await returnPage(clerk, posting)).toContain(message);
  expect((await press('discard')).location).toBe(
    `/staff/reviews/${posting.id}/return?done=decision-draft-discarded`,
  );
  expect((await kept(clerk, posting)).draft.kept).toBeNull();
  expect(await returnPage(clerk, posting)).not.toContain(message);
  expect(await press('something')).toMatchObject({ status: 400 });

  await press('save-draft', typed);
  expect((await send(clerk, posting)).location).toContain('done=posting-returned');
  expect((await kept(clerk, posting)).draft.kept).toBeNull();
});

test('a draft of 不受理 is kept beside the one of 差戻し, and both end with the decision', async () => {
  const posting = await fresh();
  await send(clerk, posting, { message });
  const refusal = { ...clerk, ...of(posting, 'refuse') };
  const reason = '報告の求めに応じないため（見本）';
  expect(await call(app, refuse, { ...refusal, form: sent(posting, { reason }) })).toMatchObject({
    status: 422,
  });
  expect(await app.read.decisionDrafts.find(office.staff.clerk.id, posting.id, 'refuse')).toMatchObject({
    typed: { reason },
  });
  await call(app, refuse, { ...refusal, form: sent(posting, { reason, ground: 'no_report' }) });
  expect(await app.read.decisionDrafts.find(office.staff.clerk.id, posting.id, 'refuse')).toBeUndefined();
  expect(await app.read.decisionDrafts.find(office.staff.clerk.id, posting.id, 'return')).toBeUndefined();
});

test('an open page saves by itself until the posting has moved', async () => {
  const posting = await fresh();
  const save = async (who: Who) => {
    const request = new Request(`${origin}/`, {
      method: 'POST',
      headers: who,
      body: new URLSearchParams(sent(posting, typed)),
    });
    return (await autosave({ request, params: of(posting).params, context: contextFor(app) })).json();
  };
  expect(await save(clerk)).toEqual({ savedAt: '2026-11-24T01:00:00.000Z' });
  await call(app, accept, { ...other, ...of(posting, 'accept'), form: sent(posting, {}) });
  expect(await save(clerk)).toEqual({ savedAt: null });
  expect((await kept(clerk, posting)).draft.kept?.typed).toMatchObject({ message });
  expect(await save(neighbour)).toEqual({ savedAt: null });
});

test('an empty form leaves no draft, nor does anybody without the right or from another office', async () => {
  const posting = await fresh();
  await send(clerk, posting, { message: '' });
  expect((await kept(clerk, posting)).draft.kept).toBeNull();
  const press = (who: Who, act = 'return') =>
    call(app, keep, {
      ...who,
      ...of(posting, act),
      form: sent(posting, { ...typed, _intent: 'save-draft' }),
    });
  expect(await press(auditor)).toMatchObject({ status: 403 });
  expect(await press(clerk, 'constructor')).toMatchObject({ status: 404 });
  await press(neighbour);
  expect(await app.read.decisionDrafts.find(office.staff.neighbour.id, posting.id, 'return')).toBeUndefined();
  expect(await call(app, draft, { ...neighbour, ...of(posting) })).toMatchObject({ status: 404 });
});

test('what nobody touches is gone after its days, once the person types into another decision', async () => {
  const [first, second] = [await fresh(), await fresh()];
  const typedOn = (posting: Posting, days: number) => {
    const now = new Date(Date.parse('2026-11-24T01:00:00Z') + days * 86_400_000).toISOString();
    const decision = { postingId: posting.id, act: 'refuse', typed: { reason: '下書き（見本）' } } as const;
    return keepDraft(app, office.staff.supervisor, now, decision);
  };
  const there = async () =>
    (await app.read.decisionDrafts.find(office.staff.supervisor.id, first.id, 'refuse')) !== undefined;
  await typedOn(first, 0);
  await typedOn(second, draftKeptDays);
  expect(await there()).toBe(true);
  await typedOn(second, draftKeptDays + 1);
  expect(await there()).toBe(false);
});
