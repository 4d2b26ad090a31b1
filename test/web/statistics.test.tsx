import { expect, test } from 'vitest';
import { StatisticsPage, type StatisticsPageProps } from '#app/components/statistics/StatisticsPage.tsx';
import { StatisticsSheet, type StatisticsSheetProps } from '#app/components/statistics/StatisticsSheet.tsx';
import { parseCsv } from '#app/forms/csv.ts';
import { loader as sheet } from '#app/routes/print.stats.tsx';
import { loader as page } from '#app/routes/staff.stats.tsx';
import { loader as file } from '#app/routes/staff.stats[.]csv.ts';
import { htmlOf } from '#test/components/render.tsx';
import { call, contextFor, origin } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, reviewable, signedIn } = await webOffice();
await office.accepted(await reviewable('a@example.co.jp'));
const clerk = await signedIn(office.staff.clerk);
const auditor = await signedIn(office.staff.auditor);
const neighbour = await signedIn(office.staff.neighbour);

const shown = async (query: string, who = clerk): Promise<string> => {
  const path = `/staff/stats${query}`;
  const { data, status } = await call(app, page, { ...who, path });
  expect(status).toBe(200);
  return htmlOf(<StatisticsPage {...(data as StatisticsPageProps)} />, path);
};
/** The cells of the row of a table that this name heads. */
const cells = (html: string, name: string): string[] => {
  const row = html.split('<tr').find((one) => one.includes(`>${name}</th>`)) ?? '';
  return [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, text = '']) => text.replace(/<[^>]*>/g, ''));
};

test('統計 shows this month first, to clerk and auditor; another office sees nothing of it', async () => {
  const html = await shown('');
  expect(html).toContain('2026年11月（令和8年）');
  expect(cells(html, '受理')).toEqual(['件', '1']);
  expect(cells(html, '受付から受理まで 中央値')).toEqual(['開庁日', '0']);
  expect(cells(await shown('', auditor), '受理')).toEqual(['件', '1']);
  expect(await shown('', neighbour)).toContain('この期間の記録はありません。');
});

test('a 年度 stands month by month, as a table and the same numbers as bars with a name', async () => {
  const html = await shown('?period=2026-fy');
  expect(cells(html, '受理')).toEqual(['件', ...Array(7).fill('0'), '1', ...Array(4).fill('0'), '1']);
  expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="[^"]+"/);
  expect(html).toContain('求人の申込みの月別の件数');
  expect(html).toContain('href="/staff/stats?period=2025-fy"');
});

test('days of somebody’s choice are read in any form; what is wrong is said, and what was typed is kept', async () => {
  expect(await shown('?period=free&from=R8.11.24&until=2026/11/24')).toContain('2026年11月24日(火)');
  const wrong = await shown('?period=free&from=2026-11-31&until=2026-12-01');
  expect(wrong).toContain('開始日を年月日で入力してください');
  expect(wrong).toContain('value="2026-11-31"');
  expect(wrong).not.toContain('月報を印刷する');
  expect(await shown('?period=free&from=2026-11-24&until=2026-11-23')).toContain('開始日以後の日付');
  expect(await shown('?period=free&from=2025-11-24&until=2026-11-24')).toContain('1年を超えています');
  expect(await shown('?period=free&from=2025-11-24&until=2026-11-23')).not.toContain('1年を超えています');
  expect(await shown('?period=2026-99')).toContain('その期間は表示できません');
});

test('the file opens in a Japanese Excel: byte order mark, CR and LF, one row a figure', async () => {
  const request = new Request(`${origin}/staff/stats.csv?period=2026-q3`, { headers: clerk });
  const answer = (await file({ request, params: {}, context: contextFor(app) })) as Response;
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toContain('madoguchi-toukei-2026-q3.csv');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(bytes);
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  const parsed = parseCsv(text);
  const rows = 'rows' in parsed ? parsed.rows.map((row) => row.cells) : [];
  expect(rows[1]).toEqual(['区分', '項目', '単位', '10月', '11月', '12月', '計']);
  expect(rows).toContainEqual(['求人の申込み', '受理', '件', '0', '1', '0', '1']);
  expect(new Set(rows.slice(1).map((cells_) => cells_.length))).toEqual(new Set([7]));
});

test('the 月報 carries office, period and issuer; a period that is none has neither sheet nor file', async () => {
  const path = '/print/stats?period=2026-11';
  const { data } = await call(app, sheet, { ...clerk, path });
  const html = htmlOf(<StatisticsSheet {...(data as StatisticsSheetProps)} />, path);
  expect(html).toContain('ハローワーク架空野　2026年11月（令和8年）');
  expect(html).toContain('窓口 花子（見本）');
  expect(cells(html, '受理')).toEqual(['件', '1']);
  for (const [route, address] of [
    [sheet, '/print/stats?period=x'],
    [file, '/staff/stats.csv?period=x'],
  ] as const)
    expect(await call(app, route, { ...clerk, path: address })).toMatchObject({ status: 404 });
});
