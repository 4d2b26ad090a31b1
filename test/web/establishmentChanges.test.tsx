import { expect, test } from 'vitest';
import { ChangeDecision, type ChangeDecisionProps } from '#app/components/change/ChangeDecision.tsx';
import { noForm } from '#app/components/change/shown.ts';
import {
  EstablishmentChangeConfirm,
  type EstablishmentChangeConfirmProps,
} from '#app/components/mypage/EstablishmentChangeConfirm.tsx';
import { VersionsPage, type VersionsPageProps } from '#app/components/version/VersionsPage.tsx';
import { establishmentChangeForm } from '#app/forms/establishment.ts';
import { fieldsOf, type TypedText } from '#app/forms/field.ts';
import { typedTextOf } from '#app/forms/read.ts';
import { action as ask, loader as form } from '#app/routes/mypage.establishment_.change.tsx';
import { loader as confirm, action as send } from '#app/routes/mypage.establishment_.change_.confirm.tsx';
import { action as accept, loader as acceptance } from '#app/routes/staff.changes.$id.accept.tsx';
import { action as correct, loader as edit } from '#app/routes/staff.establishments.$id.edit.tsx';
import { loader as versions } from '#app/routes/staff.establishments.$id.versions.tsx';
import { htmlOf } from '#test/components/render.tsx';
import { signedIn as session } from '#test/support/session.ts';
import { call, formKey } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, signedIn } = await webOffice();
const employer = await office.openedAtCounter('a@example.co.jp');
const id = employer.establishmentId ?? '';
const cookie = await session(office, 'mypage', employer.accountId);
const clerk = await signedIn(office.staff.clerk);
const auditor = await signedIn(office.staff.auditor);
const neighbour = await signedIn(office.staff.neighbour);
const establishment = async () => {
  const found = await office.stores.establishments.find({ kind: 'all' }, id);
  if (!found) throw new Error('The establishment is gone.');
  return found;
};
const changePath = '/mypage/establishment/change';

test('an employer changes, compares and sends; the clerk sees the same difference and accepts it', async () => {
  const page = await call(app, form, { cookie, path: changePath });
  const { typed, version } = page.data as { typed: TypedText; version: number };
  expect(Object.keys(typed)).not.toContain('corporate_number');
  const filled = { ...typed, _key: formKey(), _version: String(version) };

  const wrong = await call(app, ask, {
    cookie,
    path: changePath,
    form: { ...filled, name: '', phone: '12' },
  });
  expect(wrong).toMatchObject({
    status: 422,
    data: {
      typed: { name: '', phone: '12' },
      errors: expect.arrayContaining([expect.objectContaining({ field: 'name', code: 'required' })]),
    },
  });
  const saved = await call(app, ask, {
    cookie,
    path: changePath,
    form: { ...filled, _key: formKey(), phone: '0300009999' },
  });
  expect(saved.location).toBe(`${changePath}/confirm`);

  const shown = (await call(app, confirm, { cookie, path: `${changePath}/confirm` }))
    .data as EstablishmentChangeConfirmProps;
  const html = htmlOf(<EstablishmentChangeConfirm {...shown} answer={undefined} />, `${changePath}/confirm`);
  expect(html).toContain('<ins>03-0000-9999</ins>');
  const sent = await call(app, send, {
    cookie,
    path: `${changePath}/confirm`,
    form: {
      _key: formKey(),
      _version: String(shown.request.version),
      request: shown.request.id,
      establishment_version: String(shown.establishmentVersion),
    },
  });
  expect(sent.location).toBe(`/mypage/changes/${shown.request.id}?done=change-asked`);
  // What waits is shown instead of a second form.
  expect((await call(app, form, { cookie, path: changePath })).location).toBe(
    `/mypage/changes/${shown.request.id}`,
  );

  const path = `/staff/changes/${shown.request.id}/accept`;
  const params = { id: shown.request.id };
  expect(await call(app, acceptance, { ...auditor, path, params })).toMatchObject({ status: 403 });
  expect(await call(app, acceptance, { ...neighbour, path, params })).toMatchObject({ status: 404 });
  const deciding = (await call(app, acceptance, { ...clerk, path, params })).data as ChangeDecisionProps;
  const decision = htmlOf(
    <ChangeDecision {...deciding} act="accept" form={noForm} answer={undefined} />,
    path,
  );
  expect(decision).toContain('<ins>03-0000-9999</ins>');
  expect(decision).toContain('版の履歴に残ります');
  const decided = (establishmentVersion: number) =>
    call(app, accept, {
      ...clerk,
      path,
      params,
      form: {
        _key: formKey(),
        _version: String(deciding.request.version),
        establishment_version: String(establishmentVersion),
      },
    });
  const { establishmentVersion = 0 } = deciding.change ?? {};
  expect(await decided(establishmentVersion + 1)).toMatchObject({ status: 409 });
  expect((await decided(establishmentVersion)).location).toBe('/staff/reviews?done=change-accepted');
  expect((await establishment()).phone).toBe('0300009999');
});

test('the form is closed to a restricted MyPage, with the reason and whom to call', async () => {
  const other = await office.openedAtCounter('b@example.co.jp');
  const restricted = await session(office, 'mypage', other.accountId);
  await office.stores.restrictions.insert({
    id: '0195d1c0-0000-7000-8000-000000000001',
    establishmentId: other.establishmentId ?? '',
    officeId: office.staff.clerk.officeId,
    begunOn: '2026-11-24',
    verdictId: null,
    released: null,
  });
  const page = await call(app, form, { cookie: restricted, path: changePath });
  expect(page.data).toMatchObject({
    closed: { code: 'feature-closed', params: { feature: 'establishment-change' } },
  });
});

test('a correction asks for its reason, keeps what was typed, and stands among the versions', async () => {
  const path = `/staff/establishments/${id}/edit`;
  const params = { id };
  expect(await call(app, edit, { ...auditor, path, params })).toMatchObject({ status: 403 });
  expect(await call(app, edit, { ...neighbour, path, params })).toMatchObject({ status: 404 });
  expect(await call(app, edit, { ...clerk, path, params })).toMatchObject({ status: 200 });

  const { details, version } = await establishment();
  const typed = {
    ...typedTextOf(fieldsOf(establishmentChangeForm), details),
    sole_proprietor: '',
    establishment_number: String(details.establishment_number),
    corporate_number: String(details.corporate_number ?? ''),
    fax: '0300001234',
    _version: String(version),
  };
  const fill = (correction_reason: string) =>
    call(app, correct, { ...clerk, path, params, form: { ...typed, correction_reason, _key: formKey() } });
  expect(await fill('')).toMatchObject({
    status: 422,
    data: { typed: { fax: '0300001234' }, errors: [{ field: 'correction_reason', code: 'required' }] },
  });
  expect((await fill('電話で確認（見本）')).location).toBe(
    `/staff/establishments/${id}?done=establishment-corrected`,
  );

  const list = `/staff/establishments/${id}/versions`;
  expect(await call(app, versions, { ...neighbour, path: list, params })).toMatchObject({ status: 404 });
  const shown = (await call(app, versions, { ...auditor, path: list, params })).data as VersionsPageProps;
  const html = htmlOf(
    <VersionsPage
      {...shown}
      of="establishment"
      above={{ to: '/', label: '' }}
      back="戻る"
      href={() => list}
    />,
    list,
  );
  expect(html).toContain('理由：電話で確認（見本）');
  expect(html).toContain('<ins>03-0000-1234</ins>');
});
