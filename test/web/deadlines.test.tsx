import { expect, test } from 'vitest';
import { DeadlinesPage, type DeadlinesPageProps } from '#app/components/deadline/DeadlinesPage.tsx';
import { SheetPage, type SheetPageProps } from '#app/components/sheet/SheetPage.tsx';
import { loader as sheet } from '#app/routes/print.deadlines.tsx';
import { loader as pdf } from '#app/routes/print.deadlines[.]pdf.ts';
import { loader as page } from '#app/routes/staff.deadlines.tsx';
import { htmlOf } from '#test/components/render.tsx';
import { pdfText } from '#test/support/pdfText.ts';
import { call, contextFor, origin } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, signedIn } = await webOffice();
const employer = await office.openedAtCounter();
const posting = await office.submitted(employer, await office.filledIn(employer));
await office.stores.offices.saveDay(office.staff.clerk.officeId, {
  date: '2026-12-18',
  opening: 'closed',
  reason: '設備点検（見本）',
});
const clerk = await signedIn(office.staff.clerk);
const neighbour = await signedIn(office.staff.neighbour);

const shown = async (who: { cookie: string }, search: string) => {
  const path = `/staff/deadlines${search}`;
  return htmlOf(
    <DeadlinesPage {...((await call(app, page, { ...who, path })).data as DeadlinesPageProps)} />,
    path,
  );
};

test('a month shows its dates, its closed days by name, and leads to the months beside it', async () => {
  const html = await shown(clerk, '?month=2026-12');
  expect(html).toContain('来庁期限 1');
  expect(html).toContain('仮登録 11/24(火) ＋ 14日 ＝ 12/8(火)');
  expect(html).toContain(`href="/staff/reviews/${posting.id}"`);
  expect(html).toContain('閉庁 設備点検（見本）');
  expect(html).toContain('年末年始');
  expect(html).toContain('href="/staff/deadlines?month=2026-11"');
  expect(html).toContain('href="/staff/deadlines?month=2027-01"');
  expect(html).toContain('href="/print/deadlines?month=2026-12"');
});

test('a kind and a day stand in the address; what is no month is this month', async () => {
  expect(await shown(clerk, '?month=2026-12&kind=validity')).toContain('この期間に期限はありません。');
  expect(await shown(clerk, '?month=2026-12&day=2026-12-08')).toContain('12月8日(火)の期限');
  for (const wrong of ['?month=2026-13', '?month=9999-01', '?month=x'])
    expect(await shown(clerk, wrong)).toContain('2026年11月（令和8年）');
});

test('another office sees nothing of it; the sheet holds the month', async () => {
  expect(await shown(neighbour, '?month=2026-12')).not.toContain(posting.id);
  const path = '/print/deadlines?month=2026-12';
  const props = (await call(app, sheet, { ...clerk, path })).data as SheetPageProps;
  const html = htmlOf(<SheetPage {...props} />, path);
  expect(html).toContain('仮登録 11/24(火)');
  expect(html).toContain('href="/print/deadlines.pdf?month=2026-12"');
  const request = new Request(`${origin}/print/deadlines.pdf?month=2026-12`, { headers: clerk });
  const file = await pdf({ request, params: {}, context: contextFor(app) } as never);
  expect(pdfText(new Uint8Array(await file.arrayBuffer()))).toContain('仮登録11/24(火)');
});
