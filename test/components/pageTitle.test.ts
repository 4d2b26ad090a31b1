import { expect, test } from 'vitest';
import { pageMeta, type RootData, siteOf } from '#app/components/ui/pageMeta.ts';

const titleOf = (formRefused: RootData['formRefused']) =>
  pageMeta('事業所の登録')({
    data: undefined,
    location: { pathname: '/staff/establishments/new', key: 'default' },
    matches: [{ id: 'root', data: { mode: 'test', formRefused } }],
  });

test('a page whose form was not accepted says エラー first', () => {
  expect(titleOf('error')).toEqual([{ title: 'エラー：事業所の登録｜ハローワーク窓口' }]);
});

test('a page that asks to confirm says 確認 first', () => {
  expect(titleOf('confirm')).toEqual([{ title: '確認：事業所の登録｜ハローワーク窓口' }]);
});

test('the counter and the employers each have their own name in the tab, on error pages too', () => {
  expect(['/staff', '/staff/nothing', '/print/x'].map(siteOf)).toEqual(['staff', 'staff', 'staff']);
  expect(['/', '/mypage', '/staffing'].map(siteOf)).toEqual(['mypage', 'mypage', 'mypage']);
});

test('a page that came back from 住所を検索 does not', () => {
  expect(titleOf(null)).toEqual([{ title: '事業所の登録｜ハローワーク窓口' }]);
});
