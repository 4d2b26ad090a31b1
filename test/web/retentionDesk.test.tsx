import type { ComponentProps } from 'react';
import { expect, test } from 'vitest';
import { Certificate } from '#app/components/retention/Certificate.tsx';
import type { CertificatesPage } from '#app/components/retention/CertificatesPage.tsx';
import { DuePage } from '#app/components/retention/DuePage.tsx';
import { HoldsPage } from '#app/components/retention/HoldsPage.tsx';
import { PlanPage } from '#app/components/retention/PlanPage.tsx';
import { loader as sheet } from '#app/routes/print.certificates.$id.tsx';
import { loader as due } from '#app/routes/staff.retention._index.tsx';
import { action as ask, loader as list } from '#app/routes/staff.retention.certificates.tsx';
import { loader as holds } from '#app/routes/staff.retention.holds._index.tsx';
import { action as hold } from '#app/routes/staff.retention.holds.$establishmentId.$act.tsx';
import { loader as plan } from '#app/routes/staff.retention.plan.tsx';
import { action as flip, loader as flipPage } from '#app/routes/staff.retention.switch.tsx';
import { retentionText } from '#app/text/staff/retention.ts';
import { withMypage } from '#db/stores/erasureMap.ts';
import { htmlOf } from '#test/components/render.tsx';
import { eraseInTheNight } from '#test/support/retention.ts';
import { call, formKey } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, signedIn } = await webOffice();
const supervisor = await signedIn(office.staff.supervisor);
const clerk = await signedIn(office.staff.clerk);
const neighbour = await signedIn(office.staff.neighbour);

/** A MyPage whose 退会 was on that day. */
const withdrawn = async (email: string, withdrawnOn: string) => {
  const employer = await office.openedAtCounter(email);
  const account = await office.stores.accounts.find(employer.accountId);
  if (!account) throw new Error('No account.');
  await office.stores.accounts.update({ ...account, withdrawnOn });
  const found = await office.stores.establishments.find({ kind: 'all' }, employer.establishmentId ?? '');
  if (!found) throw new Error('No establishment.');
  return found;
};
const over = await withdrawn('over@example.co.jp', '2026-10-01');
const soon = await withdrawn('soon@example.co.jp', '2026-11-20');
await eraseInTheNight(office, '2026-11-24');
office.clock.moveTo('2026-11-24T10:00:00+09:00');

type Who = { cookie: string };
const duePage = async (who: Who) =>
  htmlOf(<DuePage {...((await call(app, due, who)).data as ComponentProps<typeof DuePage>)} />);
const planPage = async (who: Who) =>
  htmlOf(<PlanPage {...((await call(app, plan, who)).data as ComponentProps<typeof PlanPage>)} />);
const post = (route: Parameters<typeof call>[1], who: Who, form: Record<string, string>, params = {}) =>
  call(app, route, { ...who, form: { _key: formKey(), ...form }, params });

test('the desk lists what is due with its counts and what will be, at its own office only', async () => {
  const html = await duePage(supervisor);
  expect(html).toContain(over.name);
  expect(html).toContain('退会から31日を経過した');
  expect(html).toContain('令和8年11月2日');
  expect(html).toContain('アカウント 1件');
  expect(html).not.toContain(soon.name);
  expect(html).toContain('自動の消去：行っていません');
  expect(html).toContain('退会手続き完了後31日経過後に');
  expect(await planPage(supervisor)).toContain('令和8年12月22日');
  for (const page of [await duePage(neighbour), await planPage(neighbour)]) {
    expect(page).not.toContain(over.name);
    expect(page).not.toContain(soon.name);
  }
});

test('a clerk reads it and finds no button that is a supervisor’s', async () => {
  const html = await duePage(clerk);
  expect(html).toContain(over.name);
  expect(html).not.toContain('/staff/retention/switch');
  expect(html).not.toContain('/place');
  expect((await call(app, flipPage, clerk)).status).toBe(403);
});

test('a hold is placed and lifted with a reason, and stands beside the MyPage meanwhile', async () => {
  const place = { establishmentId: over.id, act: 'place' };
  const wrong = await post(hold, supervisor, { until: '2026-11-01', reason: '調査中のため' }, place);
  expect(wrong.status).toBe(422);
  const placed = await post(hold, supervisor, { until: 'R8.12.31', reason: '調査中のため（見本）' }, place);
  expect(placed.location).toBe('/staff/retention/holds?done=legal-hold-placed');
  expect(await duePage(supervisor)).toContain('令和8年12月31日まで');
  const shown = (await call(app, holds, clerk)).data as ComponentProps<typeof HoldsPage>;
  const html = htmlOf(<HoldsPage {...shown} />);
  expect(html).toContain('調査中のため（見本）');
  expect(html).toContain('監督 一郎（見本）');
  expect((await post(hold, neighbour, { until: '2027-01-01', reason: 'x' }, place)).status).toBe(403);
  const lifted = await post(hold, supervisor, { reason: '調査が終わったため' }, { ...place, act: 'lift' });
  expect(lifted.location).toBe('/staff/retention/holds?done=legal-hold-lifted');
});

test('switched on, the night leaves a certificate that names nobody and answers who knows the number', async () => {
  const before = (await call(app, flipPage, supervisor)).data as { version: number; due: number };
  expect(before).toMatchObject({ automatic: false, version: 0, due: 1 });
  const begun = await post(flip, supervisor, { _intent: 'start', _version: '0', reason: '確認した（見本）' });
  expect(begun.location).toBe('/staff/retention?done=erasure-started');
  await eraseInTheNight(office, '2026-11-25');
  office.clock.moveTo('2026-11-24T10:00:00+09:00');

  const { list: found } = (await call(app, list, clerk)).data as ComponentProps<typeof CertificatesPage>;
  expect(found.rows).toMatchObject([{ number: 1, rules: ['RA1'] }]);
  const id = found.rows[0]?.id ?? '';
  const props = (await call(app, sheet, { ...clerk, params: { id } })).data as ComponentProps<
    typeof Certificate
  >;
  const html = htmlOf(<Certificate {...props} />, `/print/certificates/${id}`);
  expect(html).toContain('第1号');
  expect(html).toContain('自動の消去を始めた監督者：監督 一郎（見本）');
  expect(html).not.toContain(over.name);
  expect(html).not.toContain(over.number);
  expect((await call(app, sheet, { ...neighbour, params: { id } })).status).toBe(404);

  const asked = async (who: Who, establishment_number: string) =>
    (await post(ask, who, { establishment_number, _intent: 'ask' })).data as { asked: unknown };
  expect((await asked(clerk, over.number ?? '')).asked).toEqual({ certificateId: id });
  expect((await asked(clerk, soon.number ?? '')).asked).toEqual({ certificateId: null });
  expect((await asked(neighbour, over.number ?? '')).asked).toEqual({ certificateId: null });
  const kept = JSON.stringify(await office.database.reader('audit_personal'));
  expect(kept).not.toContain(over.number);
});

test('every table that goes with a MyPage has a name for people', () => {
  const unnamed = withMypage.filter(({ table }) => retentionText.table(table) === table);
  // A new table: add its name to `tables` in app/text/staff/retention.ts.
  expect(unnamed.map(({ table }) => table)).toEqual([]);
});
