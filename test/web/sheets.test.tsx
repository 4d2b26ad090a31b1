import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { SheetPage, type SheetPageProps } from '#app/components/sheet/SheetPage.tsx';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { EmployerSheetKind, SheetKind } from '#app/domain/sheet.ts';
import { askStop } from '#app/procedures/changeRequest/askStop.ts';
import { returnPosting } from '#app/procedures/posting/return.ts';
import { releaseRestriction } from '#app/procedures/restriction/release.ts';
import { loader as ownSheet } from '#app/routes/mypage_.print.$sheet.$id.tsx';
import { loader as ownPdf } from '#app/routes/mypage_.print.$sheet.$id[.]pdf.ts';
import { loader as sheet } from '#app/routes/print.$sheet.$id.tsx';
import { loader as pdf } from '#app/routes/print.$sheet.$id[.]pdf.ts';
import { loader as guide } from '#app/routes/print.opening-guide.$accountId.tsx';
import { loader as guidePdf } from '#app/routes/print.opening-guide.$accountId[.]pdf.ts';
import { loader as queueSheet } from '#app/routes/print.reviews.tsx';
import { beginSession } from '#app/web/session.server.ts';
import { completePosting } from '#fixtures/postings.ts';
import { htmlOf } from '#test/components/render.tsx';
import { pdfPages, pdfText } from '#test/support/pdfText.ts';
import { granted } from '#test/support/world.ts';
import { call, contextFor, origin } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, signedIn } = await webOffice();

const employer = await office.openedAtCounter('a@example.co.jp');
const stranger = await office.openedAtCounter('b@example.co.jp');
const title = '髙﨑支店の①㈱担当（20㎡）';
const pending = await office.submitted(
  employer,
  await office.filledIn(employer, completePosting({ job_title: title })),
);
const valid = await office.accepted(await office.visited(pending, '2026-11-24'));
const { requestId: stop } = granted(
  await office.perform(askStop, employer, {
    postingId: valid.id,
    version: valid.version,
    reason: '採用が決まったため',
    stopOn: '2026-12-01',
  }),
);
const lifted = randomUUID();
await office.stores.restrictions.insert({
  id: lifted,
  establishmentId: valid.establishmentId,
  officeId: valid.officeId,
  begunOn: '2026-11-20',
  verdictId: null,
  released: null,
});
granted(
  await office.perform(releaseRestriction, office.staff.clerk, {
    restrictionId: lifted,
    reason: '結果の登録を約束した',
    spokenTo: '総務課　見本 担当',
    channel: 'phone',
    promisedOn: '2026-12-01',
  }),
);
const establishment = await office.stores.establishments.find({ kind: 'all' }, valid.establishmentId);
const name = establishment?.name ?? '';

const clerk = await signedIn(office.staff.clerk);
const auditor = await signedIn(office.staff.auditor);
const neighbour = await signedIn(office.staff.neighbour);

const signedInAs = async ({ accountId }: EmployerActor) => {
  const context = contextFor(app);
  const visit = { cookies: null, now: app.clock.now().toISOString(), answer: context.answer };
  await beginSession(app, visit, { audience: 'mypage', subjectId: accountId, data: {} });
  return { cookie: context.answer.getSetCookie()[0]?.split(';')[0] ?? '' };
};
const own = await signedInAs(employer);
const other = await signedInAs(stranger);

type Who = { cookie: string };
const addressOf = (kind: string, id: string) => ({
  path: `/print/${kind}/${id}`,
  params: { sheet: kind, id },
});

const htmlFor = async (loader: typeof sheet | typeof ownSheet, who: Who, kind: SheetKind, id: string) => {
  const answer = await call(app, loader, { ...who, ...addressOf(kind, id) });
  expect(answer.status).toBe(200);
  return htmlOf(<SheetPage {...(answer.data as SheetPageProps)} />, `/print/${kind}/${id}`);
};

const fileOf = async (loader: typeof pdf | typeof ownPdf, { cookie }: Who, kind: SheetKind, id: string) => {
  const request = new Request(`${origin}/print/${kind}/${id}.pdf`, { headers: { cookie } });
  return loader({ request, params: { sheet: kind, id }, context: contextFor(app) } as never);
};

const ids: readonly (readonly [EmployerSheetKind | 'visit' | 'release', string])[] = [
  ['application', valid.id],
  ['posting', valid.id],
  ['acceptance', valid.id],
  ['change', stop],
  ['visit', valid.id],
  ['release', lifted],
];

/** The words of a page as they are read. */
const wordsOf = (html: string): string[] =>
  html
    .replace(/<(style|script)[^>]*>.*?<\/\1>/gs, '')
    .split(/<[^>]*>/)
    .map((piece) => piece.replaceAll('&amp;', '&').replaceAll('&#x27;', "'").replace(/\s/g, ''))
    .filter((piece) => piece !== '');

test.each(ids)('the words of the sheet %s are the same on the page and in the file', async (kind, id) => {
  const html = await htmlFor(sheet, clerk, kind, id);
  const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '';
  const answer = await fileOf(pdf, clerk, kind, id);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const file = new Uint8Array(await answer.arrayBuffer());
  const text = pdfText(file);
  const onlyForScreenReaders = ['項目', '内容'];
  const missing = wordsOf(main).filter(
    (word) => !onlyForScreenReaders.includes(word) && !text.includes(word),
  );
  expect(missing).toEqual([]);
  expect(text).toContain(`1／${pdfPages(file)}頁`);
});

test('the 開設案内 says the same on the page and in the file, and nobody else gets it', async () => {
  const { accountId } = employer;
  const about = { path: `/print/opening-guide/${accountId}`, params: { accountId } };
  const page = await call(app, guide, { cookie: clerk.cookie, ...about });
  const html = htmlOf(<SheetPage {...(page.data as SheetPageProps)} />, about.path);
  const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '';
  const request = new Request(`${origin}${about.path}.pdf`, { headers: { cookie: clerk.cookie } });
  const answer = await guidePdf({ request, params: about.params, context: contextFor(app) } as never);
  const text = pdfText(new Uint8Array(await answer.arrayBuffer()));
  for (const words of [employer.email, '②', '⑥', '50分']) expect(text).toContain(words);
  const onlyForScreenReaders = ['項目', '内容'];
  expect(
    wordsOf(main).filter((word) => !onlyForScreenReaders.includes(word) && !text.includes(word)),
  ).toEqual([]);
  expect(await call(app, guide, { cookie: neighbour.cookie, ...about })).toMatchObject({ status: 404 });
});

test('the file holds the characters of names and places that small fonts lack', async () => {
  const answer = await fileOf(pdf, clerk, 'application', valid.id);
  const text = pdfText(new Uint8Array(await answer.arrayBuffer()));
  expect(text).toContain(title);
  expect(text).not.toContain('〓');
});

test('each sheet works without JavaScript and leads back and to its file', async () => {
  const html = await htmlFor(sheet, clerk, 'posting', valid.id);
  expect(html).toContain(`href="/print/posting/${valid.id}.pdf"`);
  expect(html).toContain(`href="/staff/reviews/${valid.id}"`);
  expect(html).not.toContain('<script');
  expect(html).toContain(valid.number);
});

test('staff of the office and the auditor see a sheet, and it is logged; another office finds nothing', async () => {
  for (const [kind, id] of ids) {
    expect(await call(app, sheet, { ...auditor, ...addressOf(kind, id) })).toMatchObject({ status: 200 });
    expect(await call(app, sheet, { ...neighbour, ...addressOf(kind, id) })).toMatchObject({ status: 404 });
    await expect(fileOf(pdf, neighbour, kind, id)).rejects.toMatchObject({ init: { status: 404 } });
  }
  const views = await office.database
    .reader('view_log')
    .where({ screen: 'print.visit', subject_id: valid.id });
  expect(views.map(({ actor_id: id }) => id)).toContain(office.staff.auditor.id);
});

test('the record of a release says with whom it was spoken and what was promised, and leads back', async () => {
  const html = await htmlFor(sheet, clerk, 'release', lifted);
  for (const words of ['総務課　見本 担当', '結果の登録を約束した', '電話', '令和8年12月1日', '取扱注意'])
    expect(html).toContain(words);
  expect(html).toContain(`href="/staff/restrictions/${lifted}"`);
});

test('an employer prints its own and nobody else’s; the sheets of the counter stay at the counter', async () => {
  for (const [kind, id] of ids) {
    const status = kind === 'visit' || kind === 'release' ? 404 : 200;
    expect(await call(app, ownSheet, { ...own, ...addressOf(kind, id) })).toMatchObject({ status });
    expect(await call(app, ownSheet, { ...other, ...addressOf(kind, id) })).toMatchObject({ status: 404 });
  }
  const html = await htmlFor(ownSheet, own, 'application', valid.id);
  expect(html).toContain(`求人者マイページ（${name}）`);
  expect(html).not.toContain(office.staff.clerk.name);
  expect((await fileOf(ownPdf, own, 'posting', valid.id)).status).toBe(200);
  expect(await call(app, ownSheet, { ...addressOf('posting', valid.id) })).toMatchObject({ status: 302 });
});

test('the receipt says what was applied for, its number, and by when to come', async () => {
  const sent = await office.submitted(
    stranger,
    await office.filledIn(
      stranger,
      completePosting({ dispatch_kind: 'contracting', workplace_note: '注文主：見本商事' }),
    ),
  );
  const html = await htmlFor(ownSheet, other, 'application', sent.id);
  expect(html).toContain('令和8年11月24日 10時00分');
  expect(html).toContain('来庁のうえ、本登録の手続きが必要です');
  expect(html).toContain('お持ちいただくもの');
  const entry = await office.stores.audit.latestOf({ type: 'posting', id: sent.id });
  expect(entry?.action).toBe('posting.submitted');
  const row = await office.database
    .reader('audit_entry')
    .where({ subject_id: sent.id, action: 'posting.submitted' })
    .first();
  expect(html).toContain(row.request_id);
  // Nothing of it is decided: there is no 求人票 and no 受理票.
  for (const kind of ['posting', 'acceptance', 'return'])
    expect(await call(app, ownSheet, { ...other, ...addressOf(kind, sent.id) })).toMatchObject({
      status: 404,
    });
  const draft = await office.filledIn(stranger);
  expect(await call(app, ownSheet, { ...other, ...addressOf('application', draft.id) })).toMatchObject({
    status: 404,
  });
});

test('a 求人票 tells who the employer is only where 公開希望 allows it', async () => {
  const sheetFor = async (publication: string) => {
    const content = completePosting({
      publication_scope: publication,
      accepts_self_application: ['1', '2'].includes(publication) ? 'no' : null,
      employer_message: `${name}で働きませんか。`,
      job_title: `見本の職種${publication}`,
    });
    const sent = await office.submitted(employer, await office.filledIn(employer, content));
    const ready = sent.state === 'awaiting_visit' ? await office.visited(sent, '2026-11-24') : sent;
    return htmlFor(ownSheet, own, 'posting', (await office.accepted(ready)).id);
  };
  const main = (html: string) => /<tbody.*<\/table>/s.exec(html)?.[0] ?? '';
  const named = main(await sheetFor('1'));
  expect(named).toContain(name);
  expect(named).toContain('担当者の氏名');
  const nameless = main(await sheetFor('3'));
  expect(nameless).not.toContain(name);
  expect(nameless).not.toContain('担当者の氏名');
  expect(nameless).not.toContain('法人番号');
  expect(nameless).toContain('公開希望により、事業所名等を載せていません。');
  expect(nameless).toContain('事業内容');
  expect(main(await sheetFor('4'))).toContain('この求人は公開していません');
});

test('a 差戻し連絡票 carries reasons, fields and the words of the clerk', async () => {
  const sent = await office.submitted(
    employer,
    await office.filledIn(employer, completePosting({ job_title: '差戻しの見本' })),
  );
  granted(
    await office.perform(returnPosting, office.staff.clerk, {
      postingId: sent.id,
      version: sent.version,
      reasons: ['wage'],
      fields: ['base_pay_min'],
      message: '賃金の下限を確認してください。',
    }),
  );
  const html = await htmlFor(sheet, clerk, 'return', sent.id);
  expect(html).toContain('賃金の額を確認してください');
  expect(html).toContain('基本給（下限）');
  expect(html).toContain('賃金の下限を確認してください。');
});

test('the list prints what the screen shows, with its filter', async () => {
  const printed = async (search: string) => {
    const { data } = await call(app, queueSheet, { ...clerk, path: `/print/reviews${search}` });
    return htmlOf(<SheetPage {...(data as SheetPageProps)} />, '/print/reviews');
  };
  expect(await printed('')).toContain('見本');
  const none = await printed('?q=%E8%A9%B2%E5%BD%93%E3%81%AA%E3%81%97');
  expect(none).toContain('職種・事業所名・事業所番号：該当なし');
  expect(none).toContain('条件に合うものはありません。');
});
