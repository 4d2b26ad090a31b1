import { expect, test } from 'vitest';
import { AssistFrame, type AssistFrameProps } from '#app/components/assist/AssistFrame.tsx';
import { ImagesPage, type ImagesPageProps } from '#app/components/image/ImagesPage.tsx';
import { Home, type HomeProps } from '#app/components/mypage/Home.tsx';
import { action as submit } from '#app/routes/mypage.postings.$id.confirm.tsx';
import { action as begin, loader as beginning } from '#app/routes/staff.assist.$establishmentId._index.tsx';
import * as home from '#app/routes/staff.assist.$establishmentId.mypage._index.tsx';
import * as otherPages from '#app/routes/staff.assist.$establishmentId.mypage.$.tsx';
import * as change from '#app/routes/staff.assist.$establishmentId.mypage.changes.$id._index.tsx';
import * as establishment from '#app/routes/staff.assist.$establishmentId.mypage.establishment.tsx';
import * as images from '#app/routes/staff.assist.$establishmentId.mypage.images._index.tsx';
import * as posting from '#app/routes/staff.assist.$establishmentId.mypage.postings.$id._index.tsx';
import { htmlOf } from '#test/components/render.tsx';
import { at, call, formKey } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, signedIn } = await webOffice();
const employer = await office.openedAtCounter();
const draft = await office.filledIn(employer);
const stranger = await office.openedAtCounter('b@example.co.jp');
const foreign = await office.filledIn(stranger);
const id = employer.establishmentId ?? '';
const base = `/staff/assist/${id}`;
const params = { establishmentId: id };
const clerk = await signedIn(office.staff.clerk);
const otherClerk = await signedIn(office.staff.otherClerk);
const neighbour = await signedIn(office.staff.neighbour);
const auditor = await signedIn(office.staff.auditor);
type Who = { cookie: string };
type Page = { frame: Omit<AssistFrameProps, 'children'>; page: unknown };

const start = (who: Who, form: Record<string, string>) =>
  call(app, begin, { ...who, path: base, params, form: { _key: formKey(), _intent: 'begin', ...form } });

test('nothing is shown before the caller and the reason are noted', async () => {
  const shown = await call(app, home.loader, { ...clerk, path: `${base}/mypage`, params });
  expect(shown.location).toBe(`${base}?done=assist-over`);
  expect(await start(clerk, { caller: '採用担当の方', reason: '' })).toMatchObject({ status: 422 });
  expect(await start(auditor, { caller: '採用担当の方', reason: '問合せ' })).toMatchObject({ status: 403 });
  expect(await start(neighbour, { caller: '採用担当の方', reason: '問合せ' })).toMatchObject({ status: 404 });
  expect(await call(app, beginning, { ...neighbour, path: base, params })).toMatchObject({ status: 404 });
  const begun = await start(clerk, { caller: '採用担当の方', reason: '下書きの問合せ' });
  expect(begun.location).toBe(`${base}/mypage`);
});

test("the employer's own page stands in the frame: its links stay there, its forms are not drawn", async () => {
  const shown = await call(app, home.loader, { ...clerk, path: `${base}/mypage`, params });
  const { frame, page } = shown.data as Page;
  const html = htmlOf(
    <AssistFrame {...frame}>
      <Home {...(page as HomeProps)} />
    </AssistFrame>,
    `${base}/mypage`,
  );
  expect(html).toContain('代行表示中（閲覧のみ）');
  expect(html).toContain('残り15分');
  expect(html).toContain(`href="${base}/mypage/postings/${draft.id}`);
  expect(html).not.toContain('href="/mypage');
  expect(html.match(/<form/g)).toHaveLength(1);

  const pictures = (await call(app, images.loader, { ...clerk, path: base, params })).data as Page;
  const imagesHtml = htmlOf(
    <AssistFrame {...pictures.frame}>
      <ImagesPage
        {...(pictures.page as ImagesPageProps)}
        idempotencyKey=""
        moveKeys={{}}
        answer={undefined}
        answers={undefined}
      />
    </AssistFrame>,
    base,
  );
  expect(imagesHtml).not.toContain('type="file"');
  expect(await call(app, establishment.loader, { ...clerk, path: base, params })).toMatchObject({
    status: 200,
  });
});

test('it reads one establishment, for the person who began, until the time is over', async () => {
  const one = (who: Who, postingId: string, on = app) =>
    call(on, posting.loader, { ...who, path: base, params: { ...params, id: postingId } });
  expect(await one(clerk, draft.id)).toMatchObject({ status: 200 });
  expect(await one(clerk, foreign.id)).toMatchObject({ status: 404 });
  expect((await one(otherClerk, draft.id)).location).toBe(`${base}?done=assist-over`);
  expect(await one(neighbour, draft.id)).toMatchObject({ status: 404 });
  expect(await one(clerk, draft.id, at(app, '2026-11-24T10:14:59+09:00'))).toMatchObject({ status: 200 });
  expect((await one(clerk, draft.id, at(app, '2026-11-24T10:15:00+09:00'))).location).toBe(
    `${base}?done=assist-over`,
  );
});

test('nothing can be sent through it, and the pages of the employer stay closed', async () => {
  for (const page of [home, posting, change, images, establishment, otherPages])
    expect(page).not.toHaveProperty('action');
  const form = { _key: formKey(), _version: String(draft.version) };
  const posted = await call(app, submit, {
    ...clerk,
    path: `/mypage/postings/${draft.id}/confirm`,
    params: { id: draft.id },
    form,
  });
  expect(posted.location).toContain('/mypage/login');
  expect((await office.now(draft.id)).state).toBe('draft');
});

test('its beginning, each page and its end are kept', async () => {
  const ended = await start(clerk, { _intent: 'end' });
  expect(ended.location).toBe(`/staff/establishments/${id}?done=assist-ended`);
  const shown = await call(app, home.loader, { ...clerk, path: `${base}/mypage`, params });
  expect(shown.location).toBe(`${base}?done=assist-over`);
  const reader = office.database.reader;
  const acts = await reader('audit_entry')
    .where({ subject_id: id })
    .whereLike('action', 'assist.%')
    .orderBy('seq');
  expect(acts.map(({ action }) => action)).toEqual(['assist.begun', 'assist.ended']);
  const seen = await reader('view_log').where({ subject_id: id }).pluck('screen');
  expect(new Set(seen)).toEqual(
    new Set(['assist.home', 'assist.images', 'assist.establishment', 'assist.posting']),
  );
});
