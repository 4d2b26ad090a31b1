import { expect, test } from 'vitest';
import type { Access } from '#app/components/mypage/AccessNotices.tsx';
import { ClosedFeature } from '#app/components/mypage/ClosedFeature.tsx';
import { Home } from '#app/components/mypage/Home.tsx';
import { closedFeature, judgeAccess } from '#app/procedures/account/access.ts';
import { demoOffice } from '#fixtures/demo.ts';
import { loadCatalogue } from '#rules/catalogue.ts';
import { htmlOf } from './render.tsx';

const rules = await loadCatalogue('rules');
const today = '2026-11-24';

const restriction = {
  id: 'r',
  establishmentId: 'e',
  officeId: demoOffice.id,
  begunOn: '2026-11-20',
  verdictId: null,
  released: null,
};
type Records = Parameters<typeof judgeAccess>[1];
const nothingClosed: Records = { validPostings: 1, restriction: null, suspendedOn: null, withdrawnOn: null };

const accessOf = async (records: Partial<Records>): Promise<Access> => {
  const all = { ...nothingClosed, ...records };
  return {
    verdict: await judgeAccess(rules, all, today),
    restrictedSince: all.restriction?.begunOn ?? null,
    suspendedSince: all.suspendedOn,
    office: demoOffice,
  };
};

const none = { rows: [], total: 0 };

const homeOf = async (records: Partial<Records>) =>
  htmlOf(
    <Home
      establishment={{ name: '株式会社見本', state: 'registered' }}
      office={demoOffice}
      access={await accessOf(records)}
      lists={{ valid: none, applied: none, ended: none, drafts: none }}
      returnedChanges={[]}
      rejectedImages={{ returned: 0, hidden: 0 }}
      missingResults={{ here: 0, atOffice: 0, noticed: 0, overdue: 0 }}
      today={today}
    />,
    '/mypage',
  );

test('a MyPage with everything open shows no notice', async () => {
  const html = await homeOf({});
  expect(html).not.toContain('注意');
  expect(html).not.toContain('利用できません');
});

test('without a valid posting the locked functions are told in a plain sentence, without a banner', async () => {
  const html = await homeOf({ validPostings: 0 });
  expect(html).toContain(
    '有効中の求人がないため、応募者管理、求職情報検索、メッセージ送信は利用できません。',
  );
  expect(html).not.toContain('注意');
  expect(html).toContain('求人を申し込む');
});

test('a restriction says what stops, since when, and whom to call', async () => {
  const html = await homeOf({ restriction });
  expect(html).toContain(
    'マイページの一部の機能の利用が制限されています（2026年11月20日(金)（令和8年）から）',
  );
  expect(html).toContain('求人の申込み・変更・募集停止');
  expect(html).toContain(`${demoOffice.name}（<a href="tel:${demoOffice.phone}">`);
  expect(html.match(/注意/g)).toHaveLength(1);
});

test('利用不可 says the same of everything', async () => {
  const html = await homeOf({ suspendedOn: '2026-11-22' });
  expect(html).toContain('マイページは「利用不可」とされています（2026年11月22日(日)（令和8年）から）');
  expect(html).toContain('応募者管理');
  expect(html).toContain(`tel:${demoOffice.phone}`);
});

test('each reason has its own banner, and what cannot be done is not urged', async () => {
  const html = await homeOf({ restriction, suspendedOn: '2026-11-22' });
  expect(html.match(/注意/g)).toHaveLength(2);
  expect(html).not.toContain('次にすること');
  expect(html).toContain('有効中の求人');
});

test('in place of a closed form stand the feature, the reason, the office, and the way back', async () => {
  const { verdict } = await accessOf({ restriction });
  const access = { verdict, records: { ...nothingClosed, restriction } };
  const closed = closedFeature(access, 'posting-apply', demoOffice);
  if (closed === null) throw new Error('The feature is open.');
  const html = htmlOf(<ClosedFeature title="求人を申し込む" closed={closed} />, '/mypage/postings/new');
  expect(html).toContain('「求人の申込み」は、2026年11月20日(金)（令和8年）から利用できません。');
  expect(html).toContain(demoOffice.name);
  expect(html).toContain('選考結果の未登録が多いため');
  expect(html).toContain('href="/mypage"');
  expect(html).not.toContain('<form');
  expect(closedFeature(access, 'applicants', demoOffice)).toBeNull();
});
