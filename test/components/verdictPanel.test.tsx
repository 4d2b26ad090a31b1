import { expect, test } from 'vitest';
import { VerdictPanel } from '#app/components/ui/VerdictPanel.tsx';
import type { Verdict } from '#app/domain/verdict.ts';
import { htmlOf } from './render.tsx';

const reason = (rule: string, title: string, quote: string) => ({
  rule,
  title,
  message: `${title}に当たります。`,
  source: { document: '「求人者マイページ」のご案内', quote },
  facts: {},
});

const verdict: Verdict = {
  ruleSet: 'eligibility/visit-required',
  version: '1',
  hash: '0'.repeat(64),
  asOf: '2026-11-22',
  outcome: 'visit-required',
  reasons: [
    reason('VR1', 'マイページを通じた初めての求人', 'マイページを通じて初めて求人を申し込む場合'),
    reason('VR6', '派遣・請負求人', '派遣・請負求人を申し込む場合'),
  ],
  dueDate: '2026-12-04',
  dueDateBasis: {
    from: '2026-11-22',
    days: 14,
    rawDate: '2026-12-06',
    closed: [
      { date: '2026-12-06', reason: '日曜日' },
      { date: '2026-12-05', reason: '土曜日' },
    ],
  },
  facts: {},
};

test('says what to do, by when, and how the day was counted over closed days', () => {
  const html = htmlOf(<VerdictPanel title="来庁の要否" verdict={verdict} />);
  expect(html).toContain('ハローワークにお越しのうえ、本登録の手続きが必要です。');
  expect(html).toContain('2026年12月4日(金)（令和8年）');
  expect(html).toContain('14日目の12月6日(日)は閉庁日のため、前の開庁日の12月4日(金)です。');
  expect(html).toContain('（閉庁日：12月5日(土)、12月6日(日)）');
});

test('a closed day that is no weekend says why it is closed', () => {
  const closed = [{ date: '2026-11-23', reason: '勤労感謝の日' }];
  const dueDateBasis = { from: '2026-11-09', days: 14, rawDate: '2026-11-23', closed };
  const html = htmlOf(
    <VerdictPanel title="来庁の要否" verdict={{ ...verdict, dueDate: '2026-11-20', dueDateBasis }} />,
  );
  expect(html).toContain('（閉庁日：11月23日(月) 勤労感謝の日）');
});

test('the clerk is told what the posting needs, not asked to come', () => {
  const html = htmlOf(<VerdictPanel title="来庁の要否" verdict={verdict} reader="staff" />);
  expect(html).toContain('来庁・本登録が必要な求人です。');
  expect(html).not.toContain('お越し');
});

test('a visit that was made is no longer asked for, and its reasons stay', () => {
  const html = htmlOf(
    <VerdictPanel title="来庁の要否" verdict={verdict} reader="staff" visitedOn="2026-11-30" />,
  );
  expect(html).toContain('来庁・本登録は11月30日(月)に済んでいます。');
  expect(html).not.toContain('来庁・本登録が必要な求人です。');
  expect(html).toContain('data-required="false"');
  expect(html).toContain('派遣・請負求人を申し込む場合');
});

test('gives every reason, each with the words of the leaflet', () => {
  const html = htmlOf(<VerdictPanel title="来庁の要否" verdict={verdict} />);
  expect(html).toContain('理由（2件）');
  expect(html).toContain('「マイページを通じて初めて求人を申し込む場合」');
  expect(html).toContain('「派遣・請負求人を申し込む場合」');
});

test('an open fourteenth day is the due date itself', () => {
  const dueDateBasis = { from: '2026-11-20', days: 14, rawDate: '2026-12-04', closed: [] };
  const html = htmlOf(<VerdictPanel title="来庁の要否" verdict={{ ...verdict, dueDateBasis }} />);
  expect(html).toContain('14日目の12月4日(金)です。');
  expect(html).not.toContain('閉庁日');
});

test('without a reason no visit is needed and no day is named', () => {
  const { dueDate: _day, dueDateBasis: _basis, ...rest } = verdict;
  const html = htmlOf(
    <VerdictPanel title="来庁の要否" verdict={{ ...rest, outcome: 'visit-not-required', reasons: [] }} />,
  );
  expect(html).toContain('ハローワークへの来庁は必要ありません。');
  expect(html).not.toContain('来庁期限');
});
