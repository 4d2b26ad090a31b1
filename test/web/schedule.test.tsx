import { beforeAll, expect, test } from 'vitest';
import type { RunPageProps } from '#app/components/schedule/RunPage.tsx';
import { RunPage } from '#app/components/schedule/RunPage.tsx';
import { SchedulePage, type SchedulePageProps } from '#app/components/schedule/SchedulePage.tsx';
import { action, loader } from '#app/routes/staff.schedule._index.tsx';
import { loader as runLoader } from '#app/routes/staff.schedule.$id.tsx';
import { htmlOf } from '../components/render.tsx';
import { call, formKey } from './application.ts';
import { type WebOffice, webOffice } from './office.ts';

let desk: WebOffice;
let asSupervisor: { cookie: string };
let asAuditor: { cookie: string };

beforeAll(async () => {
  desk = await webOffice();
  asSupervisor = await desk.signedIn(desk.office.staff.supervisor);
  asAuditor = await desk.signedIn(desk.office.staff.auditor);
});

const shown = async (who = asSupervisor, path = '/staff/schedule'): Promise<SchedulePageProps> =>
  (await call(desk.app, loader, { ...who, path })).data as SchedulePageProps;

const post = (form: Record<string, string>, who = asSupervisor) =>
  call(desk.app, action, { ...who, path: '/staff/schedule', form: { _key: formKey(), ...form } });

test('毎日の自動処理 shows every sweep in the order of the day, and that none has run yet', async () => {
  const props = await shown();
  expect(props.sweeps.map(({ at }) => at)).toEqual(props.sweeps.map(({ at }) => at).toSorted());
  expect(props.sweeps[0]).toMatchObject({ at: '00:05', nextAt: '2026-11-24T15:05:00.000Z', last: null });
  const html = htmlOf(<SchedulePage {...props} />);
  expect(html).toContain('まだ実行されていません');
  expect(html).toContain('来庁期限までにお越しのなかった求人を、翌日に失効させます。');
  expect(html).toContain('今すぐ実行');
});

test('a supervisor runs a sweep by hand, stops it and lets it go on; the page follows', async () => {
  expect(await post({ _intent: 'run', sweep: 'posting.lapse' })).toMatchObject({
    location: '/staff/schedule?done=sweep-asked',
  });
  const row = async () => (await shown()).sweeps.find(({ name }) => name === 'posting.lapse');
  const run = (await row())?.last;
  expect(run).toMatchObject({ state: 'waiting', askedByName: desk.office.staff.supervisor.name });
  expect(htmlOf(<SchedulePage {...(await shown())} />)).toContain('止める');
  expect(await post({ _intent: 'run', sweep: 'posting.lapse' })).toMatchObject({ status: 409 });

  const stop = { _intent: 'stop', sweep: 'posting.lapse', run: run?.id ?? '' };
  expect(await post(stop)).toMatchObject({ location: '/staff/schedule?done=sweep-stopped' });
  const html = htmlOf(<SchedulePage {...(await shown())} />);
  expect(html).toContain('続きから行う');
  expect(html).toContain('はじめから実行');

  expect(await post({ ...stop, _intent: 'resume' })).toMatchObject({
    location: '/staff/schedule?done=sweep-resumed',
  });
  await desk.office.runner.runDue();
  expect((await row())?.last).toMatchObject({ state: 'done', counts: { lookedAt: 0 } });

  const page = await call(desk.app, runLoader, {
    ...asAuditor,
    path: `/staff/schedule/${run?.id}`,
    params: { id: run?.id ?? '' },
  });
  expect(htmlOf(<RunPage {...(page.data as RunPageProps)} />)).toContain('監督 一郎（見本）が実行');
});

test('runs are listed by sweep', async () => {
  const of = async (sweep: string) =>
    (await shown(asSupervisor, `/staff/schedule?sweep=${sweep}`)).history.rows.map((run) => run.sweep);
  expect(new Set(await of('posting.lapse'))).toEqual(new Set(['posting.lapse']));
  expect(await of('posting.expire')).toEqual([]);
  expect((await shown(asSupervisor, '/staff/schedule?sweep=nothing')).shown).toBeNull();
});

test('others see it and have no buttons; an unknown run is not found', async () => {
  const props = await shown(asAuditor);
  const html = htmlOf(<SchedulePage {...props} />);
  expect(html).not.toContain('今すぐ実行</button>');
  expect(html).toContain('監督者だけが行えます');
  expect(await post({ _intent: 'run', sweep: 'posting.lapse' }, asAuditor)).toMatchObject({ status: 403 });
  expect(await post({ _intent: 'run', sweep: 'nothing' })).toMatchObject({ status: 400 });
  expect(await post({ _intent: 'stop', run: desk.office.staff.clerk.id })).toMatchObject({ status: 404 });
  const id = desk.office.staff.clerk.id;
  const missing = await call(desk.app, runLoader, {
    ...asAuditor,
    path: `/staff/schedule/${id}`,
    params: { id },
  });
  expect(missing.status).toBe(404);
});
