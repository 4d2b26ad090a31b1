import { expect, test } from 'vitest';
import { DonePage, type DonePageProps } from '#app/components/queue/DonePage.tsx';
import { QueuePage, type QueuePageProps } from '#app/components/queue/QueuePage.tsx';
import { Today, type TodayProps } from '#app/components/today/Today.tsx';
import { TodaySheet, type TodaySheetProps } from '#app/components/today/TodaySheet.tsx';
import type { StaffActor } from '#app/domain/actor.ts';
import { uploadImages } from '#app/procedures/image/upload.ts';
import { beginReview } from '#app/procedures/posting/beginReview.ts';
import { loader as sheet } from '#app/routes/print.today.tsx';
import { loader as todayLoader } from '#app/routes/staff._index.tsx';
import { loader as changes } from '#app/routes/staff.changes._index.ts';
import { loader as images } from '#app/routes/staff.images._index.ts';
import { action, loader as queue } from '#app/routes/staff.reviews._index.tsx';
import { loader as done } from '#app/routes/staff.reviews.done.tsx';
import { loader as news } from '#app/routes/staff.reviews.news.ts';
import { completePosting } from '#fixtures/postings.ts';
import { htmlOf } from '#test/components/render.tsx';
import { heldFiles, pictures } from '#test/support/uploads.ts';
import { granted } from '#test/support/world.ts';
import { call, contextFor, formKey, origin } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, reviewable, signedIn } = await webOffice();
const first = await reviewable('a@example.co.jp');
office.clock.moveOn(60_000);
const second = await reviewable('b@example.co.jp');
office.clock.moveOn(60_000);
const employer = await office.openedAtCounter('c@example.co.jp');
const awaited = await office.submitted(
  employer,
  await office.filledIn(employer, completePosting({ job_title: '来庁待ちの職種' })),
);
const establishmentId = employer.establishmentId ?? '';
granted(
  await office.perform(uploadImages, employer, {
    establishmentId,
    purpose: 'exterior',
    files: heldFiles(office, ...pictures(2)),
  }),
);
const clerk = await signedIn(office.staff.clerk);
const other = await signedIn(office.staff.otherClerk);
const auditor = await signedIn(office.staff.auditor);
const neighbour = await signedIn(office.staff.neighbour);
type Who = { cookie: string };

const dataOf = async (path: string, who: Who = clerk) =>
  (await call(app, queue, { ...who, path })).data as QueuePageProps;
const page = async (path: string, who: Who = clerk) =>
  htmlOf(<QueuePage {...(await dataOf(path, who))} />, path);
/** Presses a button of the bar above the list, and shows what comes back when nothing leads elsewhere. */
const press = async (
  _intent: string,
  items: readonly string[],
  { who = clerk, staff = '', path = '/staff/reviews' }: { who?: Who; staff?: string; path?: string } = {},
) => {
  const form = { _key: formKey(), _intent, staff_id: staff, item: items };
  const answer = await call(app, action, { ...who, path, form });
  const html = ![200, 422].includes(answer.status)
    ? ''
    : htmlOf(
        <QueuePage {...(await dataOf(path, who))} answer={answer.data as QueuePageProps['answer']} />,
        path,
      );
  return { ...answer, html };
};
const item = ({ id }: { id: string }) => `posting:${id}`;

test('the tabs hold every kind with its count, and keep the filters', async () => {
  const html = await page('/staff/reviews?holder=none&kind=image');
  const tabs = [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*) <b class="numeric">(\d+)<\/b>/g)].map(
    ([, href, label, count]) => [label, count, href?.replaceAll('&amp;', '&')],
  );
  expect(tabs).toEqual([
    ['すべて', '4', '/staff/reviews?holder=none'],
    ['新規', '2', '/staff/reviews?holder=none&kind=new'],
    ['変更', '0', '/staff/reviews?holder=none&kind=content'],
    ['募集停止', '0', '/staff/reviews?holder=none&kind=stop'],
    ['延長', '0', '/staff/reviews?holder=none&kind=extension'],
    ['事業所', '0', '/staff/reviews?holder=none&kind=establishment'],
    ['画像', '1', '/staff/reviews?holder=none&kind=image'],
    ['追加確認', '0', '/staff/reviews?holder=none&kind=check'],
    ['本登録待ち', '1', '/staff/reviews?holder=none&kind=visit'],
    ['退会', '0', '/staff/reviews?holder=none&kind=withdrawal'],
  ]);
  expect(html).toContain('画像 2枚');
  expect(html).toContain(`href="/staff/images/${establishmentId}?kind=image"`);
});

test('a row says kind, due date in open days, reasons and since when; the next item leads the page', async () => {
  const html = await page('/staff/reviews');
  expect(html).toContain('あと10開庁日');
  expect(html).toContain('来庁待ちの職種');
  expect(html).toContain('期限なし');
  expect(html).toMatch(
    new RegExp(
      `href="/staff/reviews/${first.id}"[^>]*data-kind="primary"|data-kind="primary"[^>]*href="/staff/reviews/${first.id}"`,
    ),
  );
  expect(await page('/staff/reviews?kind=visit')).toContain(`href="/staff/reviews/${awaited.id}?kind=visit"`);
});

test('filters that find nothing say so, keep what was typed and lead out again', async () => {
  const html = await page('/staff/reviews?kind=new&due=overdue&q=%E8%A6%8B%E6%9C%AC');
  expect(html).toContain('条件に合うものはありません。');
  expect(html).toContain('value="見本"');
  expect(html).toMatch(/<option value="overdue" selected=""/);
  expect(html).toContain('href="/staff/reviews?kind=new"');
  const strange = await page('/staff/reviews?kind=x&due=y&holder=z&sort=w&page=-1&q=%25');
  expect(strange).toContain('value="%"');
  expect(await page('/staff/reviews', neighbour)).toContain('未処理のものはありません。');
});

test('the column names sort, up and then down, and the tabs keep the order', async () => {
  const html = await page('/staff/reviews?sort=title');
  expect(html).toContain('href="/staff/reviews?sort=-title"');
  expect(html).toContain('aria-sort="ascending"');
  expect(html).toContain('href="/staff/reviews?sort=title&amp;kind=new"');
  const rows = async (path: string) => (await dataOf(path)).queue.rows.map(({ id }) => id);
  expect((await rows('/staff/reviews?sort=-since')).at(-1)).toBe(first.id);
});

test('several postings are begun at once without JavaScript; one that is held is named, and another office finds none', async () => {
  granted(
    await office.perform(beginReview, office.staff.otherClerk, {
      postingId: second.id,
      version: second.version,
    }),
  );
  const partly = await press('begin', [item(first), item(second), `images:${establishmentId}`]);
  expect(partly.status).toBe(200);
  expect(partly.html).toContain('1件を行いました。次の2件は、いまのままです。');
  expect(partly.html).toContain('確認 太郎（見本） さんが確認中です。');
  expect(partly.html).toContain('「確認を始める」は求人だけに使います。');
  expect(partly.html).toContain('確認中：あなた');
  const ticked = [...partly.html.matchAll(/<input type="checkbox"[^>]*checked=""[^>]*>/g)];
  expect(ticked).toHaveLength(2);

  const none = await press('begin', [item(second)]);
  expect([none.status, none.html.includes('確認を始められるものはありませんでした。')]).toEqual([422, true]);
  expect((await press('begin', [item(first)])).location).toBe('/staff/reviews?done=reviews-begun');
  const audit = await office.database.reader('audit_entry').where({ action: 'review.begunTogether' });
  expect(audit.map(({ subject_id }) => subject_id)).toEqual([first.id, first.id]);
  expect((await press('begin', [item(first)], { who: neighbour })).status).toBe(404);
  expect((await press('begin', [item(first)], { who: auditor })).status).toBe(403);
});

test('nothing ticked, too much ticked, nobody chosen and foreign values are told in words or refused', async () => {
  const nothing = await press('begin', []);
  expect([nothing.status, nothing.html.includes('対象を1件以上選んでください')]).toEqual([422, true]);
  const many = Array.from({ length: 21 }, (_, n) =>
    item({ id: `0190f3a2-7c4b-7d15-9a3e-${String(n).padStart(12, '0')}` }),
  );
  const tooMany = await press('begin', many);
  expect(tooMany.html).toContain('一度に選べるのは20件までです。いま21件選ばれています。');
  const noPerson = await press('assign', [item(awaited)]);
  expect([noPerson.status, noPerson.html.includes('「担当にする人」を選んでください。')]).toEqual([
    422,
    true,
  ]);
  expect((await press('assign', ['account:1'])).status).toBe(400);
  expect((await press('other', [item(awaited)])).status).toBe(400);
});

test('items of any kind are given to a colleague, who finds them under 自分, and are made nobody’s again', async () => {
  const { otherClerk, auditor: reader, neighbour: stranger } = office.staff;
  const items = [item(awaited), `images:${establishmentId}`];
  const path = '/staff/reviews?kind=visit&due=ahead';
  const give = (to: StaffActor) => press('assign', items, { staff: to.id, path });
  expect((await give(otherClerk)).location).toBe(`${path}&done=reviews-assigned`);
  expect((await page('/staff/reviews?holder=mine', other)).match(/<input type="checkbox"/g)).toHaveLength(3);
  expect(await page('/staff/reviews?holder=mine')).not.toContain('来庁待ちの職種');
  expect((await dataOf('/staff/reviews?kind=image')).next).toBeNull();
  expect(await page('/staff/reviews?kind=image')).toContain('ほかの職員の担当、保留は除いています。');
  // An auditor decides nothing, and nobody gives work to another office.
  expect((await give(reader)).status).toBe(422);
  expect((await give(stranger)).status).toBe(404);
  // What somebody else reviews stays theirs.
  const held = await press('assign', [item(second)], { staff: office.staff.clerk.id });
  expect([held.status, held.html.includes('確認 太郎（見本） さんが確認中です。')]).toEqual([422, true]);
  expect((await press('assign', items, { staff: 'nobody', path })).location).toContain('reviews-assigned');
  expect((await dataOf('/staff/reviews?holder=mine', other)).queue.total).toBe(1);
});

test('an auditor reads the queue and is offered nothing to do to it', async () => {
  const html = await page('/staff/reviews', auditor);
  expect(html).toContain('来庁待ちの職種');
  expect(html).not.toContain('type="checkbox"');
  expect(html).not.toContain('担当にする人');
});

test('an open page is told what is new, and nothing of another office', async () => {
  const told = async (who: Who, query: string) => {
    const request = new Request(`${origin}/staff/reviews/news?${query}`, { headers: who });
    return news({ request, params: {}, context: contextFor(app) });
  };
  const since = 'since=2026-11-24T01:00:30.000Z';
  const heard = await (await told(clerk, `${since}&kind=new&posting=${second.id}`)).json();
  expect(heard).toMatchObject({ arrived: 1, holders: { [second.id]: { name: '確認 太郎（見本）' } } });
  expect(await (await told(neighbour, `${since}&posting=${second.id}`)).json()).toEqual({
    arrived: 0,
    holders: {},
  });
  expect((await call(app, news, { ...clerk, path: '/staff/reviews/news?since=x' })).status).toBe(400);
});

test('the lists that became tabs lead there for good, and what was answered has a list of its own', async () => {
  const led = async (loader: typeof changes, path: string) => {
    const { status, location } = await call(app, loader, { ...clerk, path });
    return [status, location];
  };
  expect(await led(changes, '/staff/changes')).toEqual([301, '/staff/reviews?kind=content']);
  expect(await led(changes, '/staff/changes?state=ended')).toEqual([301, '/staff/reviews/done']);
  expect(await led(changes, '/staff/changes?state=returned')).toEqual([
    301,
    '/staff/reviews/done?state=returned',
  ]);
  expect(await led(images, '/staff/images')).toEqual([301, '/staff/reviews?kind=image']);
  const path = '/staff/reviews/done?state=returned';
  const answered = (await call(app, done, { ...clerk, path })).data as DonePageProps;
  expect(htmlOf(<DonePage {...answered} />, path)).toContain('「差戻し中」の申込みはありません。');
});

test('a withdrawn account is shown with the day of its erasure, and nothing is done to it', async () => {
  await office.database
    .writer('account')
    .where({ id: employer.accountId })
    .update({ withdrawn_on: '2026-11-20' });
  const html = await page('/staff/reviews?kind=withdrawal');
  expect(html).toContain('退会 11月20日・消去日 12月22日(火)');
  expect(html).toContain(`href="/staff/establishments/${establishmentId}?kind=withdrawal"`);
  expect(html).not.toContain('type="checkbox"');
  await office.database.writer('account').where({ id: employer.accountId }).update({ withdrawn_on: null });
});

test('今日 has a word for each empty box, and its list to print', async () => {
  const shown = (await call(app, todayLoader, { ...neighbour, path: '/staff' })).data as TodayProps;
  const html = htmlOf(<Today {...shown} />, '/staff');
  for (const words of [
    '本日は開庁日です。次の開庁日は11月25日(水)です。',
    '本日の期限はありません。',
    '期限を過ぎたものはありません。',
    '確認中のものはありません。',
    'あなたが担当のものはありません。',
    '本日登録した来庁はありません。',
    'これから来庁いただくものはありません。',
    '新しい利用制限はありません。',
    'まだ何も開いていません。',
  ])
    expect(html).toContain(words);
  expect(html.match(/<section[^>]* tabindex="-1"/g)?.length).toBeGreaterThan(4);

  const own = (await call(app, todayLoader, { ...clerk, path: '/staff' })).data as TodayProps;
  expect(own.boxes.visited.total).toBe(2);
  expect(own.boxes.claimed.first).toMatchObject([{ id: first.id }]);
  const paper = (await call(app, sheet, { ...other, path: '/print/today' })).data as TodaySheetProps;
  const sheetHtml = htmlOf(<TodaySheet {...paper} />, '/print/today');
  expect(sheetHtml).toContain('本日の一覧');
  expect(sheetHtml).toContain('期限が本日までのものはありません。');
  expect(sheetHtml).toContain('あなたの担当と確認中のもの');
});
