import { expect, test } from 'vitest';
import {
  ImportPage,
  type ImportPageProps,
  ImportPreview,
  type WageTable,
} from '#app/components/minimumWage/ImportPage.tsx';
import {
  MinimumWagesPage,
  type MinimumWagesPageProps,
} from '#app/components/minimumWage/MinimumWagesPage.tsx';
import { PrefecturePage, type PrefecturePageProps } from '#app/components/minimumWage/PrefecturePage.tsx';
import { WithdrawPage, type WithdrawPageProps } from '#app/components/minimumWage/WithdrawPage.tsx';
import { loader as list } from '#app/routes/staff.rules.minimum-wages._index.tsx';
import {
  action as enter,
  loader as prefecture,
} from '#app/routes/staff.rules.minimum-wages.$code._index.tsx';
import {
  action as withdraw,
  loader as withdrawal,
} from '#app/routes/staff.rules.minimum-wages.$code.withdraw.$id.tsx';
import { loader as importForm, action as importing } from '#app/routes/staff.rules.minimum-wages.import.tsx';
import { loader as file } from '#app/routes/staff.rules.minimum-wages[.]csv.ts';
import { beginSession } from '#app/web/session.server.ts';
import { htmlOf } from '#test/components/render.tsx';
import { call, contextFor, formKey, insertStaff, origin, testApplication } from './application.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const app = await testApplication();

async function signedIn(role: 'clerk' | 'supervisor'): Promise<{ cookie: string }> {
  const { id } = await insertStaff(app, { role });
  const context = contextFor(app);
  const visit = { cookies: null, now: app.clock.now().toISOString(), answer: context.answer };
  await beginSession(app, visit, { audience: 'staff', subjectId: id, data: {} });
  return { cookie: context.answer.getSetCookie()[0]?.split(';')[0] ?? '' };
}

const asClerk = await signedIn('clerk');
const asSupervisor = await signedIn('supervisor');
const path = '/staff/rules/minimum-wages';

const listed = async (who: { cookie: string }) =>
  (await call(app, list, { ...who, path })).data as MinimumWagesPageProps;

const shown = async (code: string, who = asSupervisor) =>
  (await call(app, prefecture, { ...who, path: `${path}/${code}`, params: { code } }))
    .data as PrefecturePageProps;

const entering = (code: string, form: Record<string, string>) =>
  call(app, enter, {
    ...asSupervisor,
    path: `${path}/${code}`,
    params: { code },
    form: { _key: formKey(), _intent: 'enter', source: '官報（見本）', ...form },
  });

test('最低賃金 shows all 47 prefectures, and that the wages of the year are missing', async () => {
  const page = await listed(asClerk);
  expect(page.rows).toHaveLength(47);
  const html = htmlOf(<MinimumWagesPage {...page} />, path);
  expect(html).toContain('47の都道府県で');
  expect(html).toContain(`href="${path}/11"`);
  expect(html).toContain('1,141円');
  expect(html).toContain('監督者に依頼してください');
  expect(html).not.toContain(`${path}/import`);
  expect(htmlOf(<MinimumWagesPage {...(await listed(asSupervisor))} />, path)).toContain(`${path}/import`);
});

test('a prefecture shows its history, and its form to supervisors only', async () => {
  const read = htmlOf(<PrefecturePage {...(await shown('11', asClerk))} answer={undefined} />, path);
  expect(read).toContain('埼玉県の最低賃金');
  expect(read).toContain('2024/11/1までに発効');
  expect(read).not.toContain('<form');
  const entered = htmlOf(<PrefecturePage {...(await shown('11'))} answer={undefined} />, path);
  expect(entered).toContain('name="effective_from"');
  expect(
    (await call(app, enter, { ...asClerk, params: { code: '11' }, form: { _key: formKey() } })).status,
  ).toBe(403);
  expect((await call(app, prefecture, { ...asClerk, params: { code: '48' } })).status).toBe(404);
});

test('a wage is entered, corrected under a second look, and taken back', async () => {
  const page = { shown: '2024-11-01=955 2025-12-23=1032' };
  const yamagata = { yen: '１，０９０', effective_from: '令和8年12月1日', ...page };
  expect((await entering('06', yamagata)).location).toContain('done=wages-entered');
  const again = { shown: `${page.shown} 2026-12-01=1090` };
  const other = { ...yamagata, ...again, yen: '1095' };
  const asked = await entering('06', other);
  expect(asked).toMatchObject({ status: 422, data: { replaces: 1090 } });
  const html = htmlOf(
    <PrefecturePage
      {...(await shown('06'))}
      answer={asked.data as NonNullable<PrefecturePageProps['answer']>}
    />,
    path,
  );
  expect(html).toContain('いま登録されている1,090円を置き換えます。');
  expect(html).toContain('value="replaces-1090"');
  expect(html).toContain('value="1095"');
  expect((await entering('06', { ...other, confirmed: 'replaces-1090' })).location).toContain(
    'done=wages-entered',
  );

  const { history } = await shown('06');
  const id = history[0]?.entered?.id ?? '';
  const params = { code: '06', id };
  const leaving = (await call(app, withdrawal, { ...asSupervisor, params })).data as WithdrawPageProps;
  expect(htmlOf(<WithdrawPage {...leaving} answer={undefined} />, path)).toContain('1,095円');
  const form = { _key: formKey(), _version: '2', reason: '' };
  expect(await call(app, withdraw, { ...asSupervisor, params, form })).toMatchObject({ status: 422 });
  const answer = await call(app, withdraw, {
    ...asSupervisor,
    params,
    form: { ...form, reason: '桁の誤り' },
  });
  expect(answer.location).toContain('done=wage-withdrawn');
  expect((await shown('06')).history).toHaveLength(2);
});

test.each([
  [{ yen: '1000', effective_from: '2026-12-01' }, { doubts: ['lower'] }],
  [{ yen: '1200', effective_from: '2026-12-01' }, { doubts: ['steep'] }],
  [{ yen: '1090', effective_from: '2026-11-01' }, { doubts: ['past'] }],
])('%j is asked about before it is entered', async (wage, questions) => {
  const answer = await entering('06', { ...wage, shown: '2024-11-01=955 2025-12-23=1032' });
  expect(answer).toMatchObject({ status: 422, data: questions });
});

test('what somebody else has entered meanwhile is not overwritten', async () => {
  const wage = { yen: '1090', effective_from: '2026-12-01', shown: '2025-11-21=1029' };
  expect((await entering('02', wage)).location).toContain('done=wages-entered');
  expect(await entering('02', { ...wage, yen: '1091' })).toMatchObject({
    status: 422,
    data: { refusal: { code: 'wages-changed' } },
  });
});

/** Posts the import page as a browser does, with a file when there is one. */
async function posting(fields: Readonly<Record<string, string | readonly string[]>>, bytes?: Uint8Array) {
  const body = new FormData();
  const all = { _key: formKey(), _intent: 'check', source: '官報（見本）', ...fields };
  for (const [name, value] of Object.entries(all)) {
    for (const one of [value].flat()) body.append(name, one);
  }
  if (bytes) body.append('file', new File([bytes.slice()], 'saitei.csv'));
  const context = contextFor(app);
  const request = new Request(`${origin}${path}/import`, {
    method: 'POST',
    headers: { cookie: asSupervisor.cookie },
    body,
  });
  const result: unknown = await importing({ request, params: {}, context }).catch(
    (thrown: unknown) => thrown,
  );
  if (result instanceof Response) return { location: result.headers.get('location'), data: null };
  return { location: null, data: (result as { data: Record<string, unknown> }).data };
}

test('a file is read, shown with what it would do, and entered', async () => {
  const key = ((await call(app, importForm, asSupervisor)).data as { key: string }).key;
  // 埼玉県,1200,2027-01-05 and 東京都,1226,2025-10-03 in Shift_JIS
  const sjis = [
    ...[0x8d, 0xe9, 0x8b, 0xca, 0x8c, 0xa7],
    ...new TextEncoder().encode(',1200,2027-01-05\r\n'),
    ...[0x93, 0x8c, 0x8b, 0x9e, 0x93, 0x73],
    ...new TextEncoder().encode(',1226,2025-10-03\r\n'),
  ];
  const { data } = await posting({ csv: '' }, Uint8Array.from(sjis));
  const table = data?.table as WageTable;
  expect(table.rows).toMatchObject([
    { line: 1, prefecture: '11', yen: 1200, before: null },
    { line: 2, prefecture: '13', yen: 1226, before: 1226 },
  ]);
  const html = htmlOf(<ImportPreview table={table} idempotencyKey={key} answer={undefined} />, path);
  expect(html).toContain('1件を登録します。すでに同じ内容で登録されている1件は、そのままです。');
  expect(html).toContain('新しく登録');
  expect(html).toContain('変更なし');
  const { location } = await posting({ _intent: 'enter', csv: table.csv, before: ['', '1226'] });
  expect(location).toContain(`${path}?done=wages-entered`);
  expect((await shown('11')).history[0]).toMatchObject({ yen: 1200, from: '2027-01-05', state: 'next' });
});

test('mistakes in a table are told line by line, and nothing that was pasted is lost', async () => {
  const csv =
    '都道府県,時間額,発効日\n埼玉県,1200,2026-12-01\nさいたま,1200,2026-12-01\n千葉県,12,2099-01-01';
  const { data } = await posting({ csv });
  const answer = data as NonNullable<ImportPageProps['answer']>;
  const html = htmlOf(<ImportPage idempotencyKey={formKey()} typed={answer.typed} answer={answer} />, path);
  expect(html).toContain('3行目：「さいたま」という都道府県はありません。');
  expect(html).toContain('4行目：時間額は500円から入力できます。');
  expect(html).toContain('千葉県,12,2099-01-01');
  const far = await posting({ csv: '千葉県,1200,2099-01-01' });
  expect(far.data).toMatchObject({ problems: [{ line: 1 }] });
});

test.each([
  [{ csv: ' ' }, undefined, 'CSVの内容を貼り付けるか、ファイルを選んでください。'],
  [{ csv: '' }, Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x80]), '文字コードを読み取れませんでした'],
])('a table that is none: %#', async (fields, bytes, sentence) => {
  const { data } = await posting(fields, bytes);
  expect(JSON.stringify(data)).toContain(sentence);
});

test('the file of what is in force and what comes next can be entered again, and changes nothing', async () => {
  const context = contextFor(app);
  const request = new Request(`${origin}${path}.csv`, { headers: { cookie: asClerk.cookie } });
  const answer = await file({ request, params: {}, context });
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toContain('attachment');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const { data } = await posting({ csv: '' }, bytes);
  const table = data?.table as WageTable;
  expect(table.rows.length).toBeGreaterThanOrEqual(47);
  expect(table.rows.filter(({ yen, before }) => yen !== before)).toEqual([]);
});
