import { expect, test } from 'vitest';
import { ReceptionPage, type ReceptionPageProps } from '#app/components/visit/ReceptionPage.tsx';
import { POSTINGS, shownValue } from '#app/components/visit/shown.ts';
import { VisitDonePage, type VisitDonePageProps } from '#app/components/visit/VisitDonePage.tsx';
import { identityChecklist } from '#app/forms/review.ts';
import { loader as visits } from '#app/routes/staff.visits._index.tsx';
import { loader as desk, action as register } from '#app/routes/staff.visits.$id._index.tsx';
import { loader as done } from '#app/routes/staff.visits.$id_.done.$visitId.tsx';
import { action as recordOther } from '#app/routes/staff.visits.$id_.other.tsx';
import { visitDeskText } from '#app/text/staff/visits.ts';
import { htmlOf } from '#test/components/render.tsx';
import { call, formKey } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, reviewable, signedIn } = await webOffice();
const asClerk = await signedIn(office.staff.clerk);
const asNeighbour = await signedIn(office.staff.neighbour);
const asAuditor = await signedIn(office.staff.auditor);

const online = await office.openedOnline();
const id = online.establishmentId ?? '';
const first = await office.submitted(online, await office.filledIn(online));
const second = await office.submitted(online, await office.filledIn(online));

const identity = {
  visited_on: '2026-11-24',
  identity_document: 'driving_licence',
  ...Object.fromEntries(identityChecklist.map((name) => [name, 'true'])),
};
const page = async (params: { id: string }) =>
  (await call(app, desk, { ...asClerk, params })).data as ReceptionPageProps;

test('a whole number off a paper opens the reception at once: 事業所番号, 求人番号, 受付番号, in any width', async () => {
  const registered = await reviewable('n@example.co.jp');
  const establishment = await office.stores.establishments.find({ kind: 'all' }, registered.establishmentId);
  const accepted = await office.accepted(registered);
  const receipt = 'c0ffee123456';
  await app.write(async (stores) => {
    await stores.audit.append(
      {
        at: '2026-11-24T00:00:00.000Z',
        actorKind: 'employer',
        actorId: online.accountId,
        role: 'employer',
        officeId: null,
        establishmentId: null,
        action: 'posting.submitted',
        subject: { type: 'posting', id: first.id },
        requestId: receipt,
        detail: {},
        personal: {},
      },
      office.secrets.auditKey,
    );
  });
  const led = async (q: string, who = asClerk) =>
    (await call(app, visits, { ...who, path: `/staff/visits?q=${encodeURIComponent(q)}` })).location;
  expect(await led(establishment?.number ?? '')).toBe(`/staff/visits/${establishment?.id}`);
  expect(await led((accepted.number ?? '').replace('-', ''))).toBe(`/staff/visits/${establishment?.id}`);
  expect(await led('Ｃ０ＦＦＥＥ１２３４５６')).toBe(`/staff/visits/${id}`);
  expect(await led(receipt, asNeighbour)).toBeNull();
});

test('the reception is the own office’s and the counter’s', async () => {
  expect(await call(app, desk, { ...asNeighbour, params: { id } })).toMatchObject({ status: 404 });
  expect(await call(app, desk, { ...asAuditor, params: { id } })).toMatchObject({ status: 403 });
});

test('one sitting registers the establishment entered online with everything ticked, and says what comes next', async () => {
  const shown = htmlOf(<ReceptionPage {...(await page({ id }))} answer={undefined} />, `/staff/visits/${id}`);
  expect(shown).toContain(visitDeskText.registration);
  expect(shown).toContain('name="establishment_number"');
  expect(shown).toContain('あと10開庁日');
  const post = (form: Record<string, string | string[]>) =>
    call(app, register, {
      ...asClerk,
      params: { id },
      form: { _key: formKey(), _intent: 'register', _version: '1', ...identity, ...form },
    });
  const ticked = [shownValue(first), shownValue(second)];
  const entered = await office.stores.establishments.find({ kind: 'all' }, id);
  const corporate_number = String(entered?.corporateNumber);
  // Without the number nothing is registered at all.
  expect(await post({ [POSTINGS]: ticked, corporate_number })).toMatchObject({ status: 422 });
  expect((await office.now(first.id)).state).toBe('awaiting_visit');

  const answered = await post({
    [POSTINGS]: ticked,
    establishment_number: '1301-999999-7',
    corporate_number,
  });
  expect(answered.location).toMatch(
    new RegExp(`^/staff/visits/${id}/done/[0-9a-f-]{36}\\?done=visit-registered`),
  );
  expect(await office.stores.establishments.find({ kind: 'all' }, id)).toMatchObject({
    state: 'registered',
    number: '1301-999999-7',
  });
  for (const posting of [first, second])
    expect(await office.now(posting.id)).toMatchObject({ state: 'under_review', visitedOn: '2026-11-24' });
  expect(await office.stores.accounts.find(online.accountId)).toMatchObject({ openedOn: '2026-11-24' });

  const visitId = /done\/([0-9a-f-]{36})/.exec(answered.location ?? '')?.[1] ?? '';
  const result = (await call(app, done, { ...asClerk, params: { id, visitId } })).data as VisitDonePageProps;
  const html = htmlOf(<VisitDonePage {...result} />, '/');
  expect(html).toContain(visitDeskText.doneEstablishment);
  expect(html).toContain(`href="/print/visit/`);
  expect(html).toContain(`href="/staff/reviews/${first.id}"`);
  expect(await call(app, done, { ...asNeighbour, params: { id, visitId } })).toMatchObject({ status: 404 });
});

test('where nothing is due, the stored verdict says why', async () => {
  const props = await page({ id });
  expect(props.postings).toEqual([]);
  expect(htmlOf(<ReceptionPage {...props} answer={undefined} />, '/')).toContain(visitDeskText.nothing);
  expect(props.latest?.verdict.ruleSet).toBe('eligibility/visit-required');
});

test('a visit for a 相談 only is recorded, too', async () => {
  const post = (form: Record<string, string>) =>
    call(app, recordOther, {
      ...asClerk,
      params: { id },
      form: { _key: formKey(), _intent: 'record', ...form },
    });
  expect(await post({ purpose: 'consultation', visited_on: '2026-11-25', note: '相談' })).toMatchObject({
    status: 422,
  });
  expect(
    (await post({ purpose: 'consultation', visited_on: '2026-11-24', note: '賃金の相談（見本）' })).location,
  ).toContain('done=visit-recorded');
  const rows = await office.database.writer('visit').where({ establishment_id: id, purpose: 'consultation' });
  expect(rows).toHaveLength(1);
});
