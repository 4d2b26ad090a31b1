import { expect, test } from 'vitest';
import { ComplaintsPage, type ComplaintsPageProps } from '#app/components/employerRecords/ComplaintsPage.tsx';
import {
  EmployerRecordsPage,
  type EmployerRecordsPageProps,
} from '#app/components/employerRecords/EmployerRecordsPage.tsx';
import { loader as list } from '#app/routes/staff.complaints._index.tsx';
import { action as hold } from '#app/routes/staff.complaints.$id.hold.tsx';
import { action as settle, loader as settling } from '#app/routes/staff.complaints.$id.settle.tsx';
import {
  action as receive,
  loader as receiving,
} from '#app/routes/staff.establishments.$id.complaints.new.tsx';
import { loader as records } from '#app/routes/staff.establishments.$id.records.tsx';
import { action as record } from '#app/routes/staff.establishments.$id.refusal-periods.new.tsx';
import { action as correct } from '#app/routes/staff.refusal-periods.$id.correct.tsx';
import { htmlOf } from '#test/components/render.tsx';
import { call, formKey } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, reviewable, signedIn } = await webOffice();
const posting = await office.accepted(await reviewable('a@example.co.jp'));
const asClerk = await signedIn(office.staff.clerk);
const asSupervisor = await signedIn(office.staff.supervisor);
const asNeighbour = await signedIn(office.staff.neighbour);
const params = { id: posting.establishmentId };

const read = async (who: { cookie: string }) => {
  const { data } = await call(app, records, { ...who, params });
  const props = data as EmployerRecordsPageProps;
  return { props, html: htmlOf(<EmployerRecordsPage {...props} />) };
};
const form = (more: Record<string, string>, version = 1) => ({
  _key: formKey(),
  _version: String(version),
  ...more,
});

test('a complaint is received, held, and settled, page by page and without a script', async () => {
  expect((await call(app, receiving, { ...asClerk, params })).data).toMatchObject({
    postings: [{ id: posting.id }],
  });
  const empty = await call(app, receive, { ...asClerk, params, form: form({ received_on: '' }) });
  expect((empty.data as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual([
    'received_on',
    'topics',
    'description',
  ]);
  const typed = {
    received_on: '2026-11-20',
    posting_id: posting.id,
    topics: 'pay',
    description: '基本給が低い',
  };
  const received = await call(app, receive, { ...asClerk, params, form: form(typed) });
  expect(received.location).toContain(`/staff/establishments/${params.id}/records`);
  const { props, html } = await read(asClerk);
  const [complaint] = props.complaints;
  const id = complaint?.id ?? '';
  expect(html).toContain('未解決');
  expect(html).toContain(`href="/staff/complaints/${id}/settle"`);

  expect((await call(app, hold, { ...asClerk, params: { id }, form: form({}) })).status).toBe(302);
  expect((await read(asClerk)).html).toContain('紹介を止めています');
  const { data } = await call(app, list, { ...asClerk, path: '/staff/complaints' });
  expect(htmlOf(<ComplaintsPage {...(data as ComplaintsPageProps)} />)).toContain('基本給が低い');

  const result = { outcome: 'guided', note: '事業主に是正を求めた' };
  expect((await call(app, settle, { ...asClerk, params: { id }, form: form(result, 2) })).location).toContain(
    'done=complaint-settled',
  );
  expect((await read(asClerk)).html).toContain('事業主に是正を指導した');
  expect((await call(app, settling, { ...asClerk, params: { id } })).status).toBe(302);
  expect(await call(app, settling, { ...asNeighbour, params: { id } })).toMatchObject({ status: 404 });
});

test('a refusal period is recorded by a supervisor only, shows until when it runs, and is not seen elsewhere', async () => {
  const typed = {
    ground: 'repeated_violation',
    begins_on: '2026-11-01',
    sent_or_published_on: '',
    corrected_on: '',
  };
  expect(await call(app, record, { ...asClerk, params, form: form(typed) })).toMatchObject({ status: 403 });
  expect((await call(app, record, { ...asSupervisor, params, form: form(typed) })).status).toBe(302);
  const { props, html } = await read(asSupervisor);
  expect(html).toContain('是正されるまで');
  const id = props.refusalPeriods[0]?.id ?? '';
  const late = { corrected_on: '2026-10-01' };
  expect(await call(app, correct, { ...asSupervisor, params: { id }, form: form(late) })).toMatchObject({
    status: 422,
    data: { errors: [{ field: 'corrected_on', code: 'before-begin' }] },
  });
  const right = { corrected_on: '2026-11-20' };
  expect((await call(app, correct, { ...asSupervisor, params: { id }, form: form(right) })).status).toBe(302);
  expect((await read(asClerk)).html).toContain('2027年5月20日');
  expect((await read(asClerk)).html).not.toContain('求人不受理期間を登録する');
  expect(await call(app, records, { ...asNeighbour, params })).toMatchObject({ status: 404 });
});
