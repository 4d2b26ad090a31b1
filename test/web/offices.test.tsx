import { expect, test } from 'vitest';
import {
  OfficeCorrectionPage,
  type OfficeCorrectionPageProps,
} from '#app/components/office/OfficeCorrectionPage.tsx';
import { OfficesPage, type OfficesPageProps } from '#app/components/office/OfficesPage.tsx';
import { loader as list } from '#app/routes/staff.offices._index.tsx';
import { action as correct, loader as form } from '#app/routes/staff.offices.edit.tsx';
import { neighbourOffice } from '#fixtures/demo.ts';
import { htmlOf } from '#test/components/render.tsx';
import { call, formKey } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, signedIn } = await webOffice();
const supervisor = await signedIn(office.staff.supervisor);
const clerk = await signedIn(office.staff.clerk);
const path = '/staff/offices/edit';

const page = async (who: { cookie: string }) => {
  const { data } = await call(app, list, { ...who, path: '/staff/offices' });
  return htmlOf(<OfficesPage {...(data as OfficesPageProps)} />, '/staff/offices');
};
const shown = async () => (await call(app, form, { ...supervisor, path })).data as OfficeCorrectionPageProps;
const filled = (props: OfficeCorrectionPageProps, more = {}) => ({
  _key: formKey(),
  shown: props.shown,
  office_name: props.own.name,
  office_phone: '03-0000-0199',
  office_postal: props.own.postal,
  office_address: props.own.address,
  ...more,
});

test('everybody of the office reads its data, and how to reach the other offices', async () => {
  const html = await page(clerk);
  expect(html).toContain(neighbourOffice.name);
  expect(html).not.toContain(`href="${path}"`);
  expect(await page(supervisor)).toContain(`href="${path}"`);
});

test('a supervisor corrects it, and who had the page open before overwrites nothing', async () => {
  const before = await shown();
  expect(htmlOf(<OfficeCorrectionPage {...before} answer={undefined} />, path)).toContain(before.own.address);
  const wrong = await call(app, correct, {
    ...supervisor,
    path,
    form: filled(before, { office_phone: '1' }),
  });
  expect(wrong).toMatchObject({ status: 422, data: { errors: [{ field: 'office_phone' }] } });
  const same = filled(before, { office_phone: before.own.phone });
  expect(await call(app, correct, { ...supervisor, path, form: same })).toMatchObject({
    status: 422,
    data: { refusal: { code: 'office-unchanged' } },
  });
  const done = await call(app, correct, { ...supervisor, path, form: filled(before) });
  expect(done.location).toBe('/staff/offices?done=office-corrected');
  expect(await page(clerk)).toContain('03-0000-0199');
  const late = await call(app, correct, {
    ...supervisor,
    path,
    form: filled(before, { office_name: '別の名称' }),
  });
  expect(late.status).toBe(409);
  expect(await call(app, correct, { ...clerk, path, form: filled(await shown()) })).toMatchObject({
    status: 403,
  });
});
