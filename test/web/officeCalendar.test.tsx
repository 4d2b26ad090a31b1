import { expect, test } from 'vitest';
import { CalendarPage, type CalendarPageProps } from '#app/components/office/CalendarPage.tsx';
import { DayPage, type DayPageProps, type DayPreview } from '#app/components/office/DayPage.tsx';
import { loader as calendar } from '#app/routes/staff.offices.calendar._index.tsx';
import { loader as day, action as set } from '#app/routes/staff.offices.calendar.day.tsx';
import { htmlOf } from '#test/components/render.tsx';
import { call, formKey } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, signedIn } = await webOffice();
const employer = await office.openedAtCounter();
const posting = await office.submitted(employer, await office.filledIn(employer));
const clerk = await signedIn(office.staff.clerk);
const supervisor = await signedIn(office.staff.supervisor);
const path = '/staff/offices/calendar';

test('the calendar names the closed days of a year; only supervisors find the way to change them', async () => {
  const page = async (who: { cookie: string }, search = '') => {
    const shown = (await call(app, calendar, { ...who, path: `${path}${search}` })).data as CalendarPageProps;
    return htmlOf(<CalendarPage {...shown} />, path);
  };
  const html = await page(clerk);
  expect(html).toContain('11/23(月) 勤労感謝の日');
  expect(html).toContain('12/29(火)～12/31(木) 年末年始');
  expect(html).toContain('監督者に依頼してください');
  expect(html).not.toContain('href="/staff/offices/calendar/day"');
  expect(await page(supervisor)).toContain('href="/staff/offices/calendar/day"');
  expect(await page(clerk, '?year=2027')).toContain('2027年（令和9年）');
  expect(await page(clerk, '?year=9999')).toContain('2026年（令和8年）');
  expect(await call(app, day, { ...clerk, path: `${path}/day` })).toMatchObject({ status: 403 });
});

test('a change is shown with what it moves before it is saved, without JavaScript', async () => {
  const typed = { date: '2026-12-08', opening: 'closed', reason: '設備点検（見本）' };
  const post = (more: Record<string, string>) =>
    call(app, set, { ...supervisor, path: `${path}/day`, form: { ...typed, _key: formKey(), ...more } });

  expect(await post({ date: '2026-11-23', _intent: 'preview' })).toMatchObject({ status: 422 });
  expect(await post({ reason: '', _intent: 'preview' })).toMatchObject({ status: 422 });
  const { preview } = (await post({ _intent: 'preview' })).data as { preview: DayPreview };
  const props: DayPageProps = { idempotencyKey: formKey(), typed, preview, answer: undefined };
  const html = htmlOf(<DayPage {...props} />, path);
  expect(html).toContain('来庁期限が変わる求人が1件あります。');
  expect(html).toContain('2026年12月7日(月)（令和8年）');
  expect(html).toContain('14日目の12月8日(火)は閉庁日のため、前の開庁日の12月7日(月)です。');
  expect((await office.now(posting.id)).dueDate).toBe('2026-12-08');

  expect(await post({ _intent: 'save', shown: 'usual' })).toMatchObject({ status: 422 });
  const saved = await post({ _intent: 'save', shown: preview.shown });
  expect(saved.location).toBe(`${path}?year=2026&done=office-day-set`);
  expect((await office.now(posting.id)).dueDate).toBe('2026-12-07');
});
