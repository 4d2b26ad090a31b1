import { expect, test } from 'vitest';
import { SettingsPage, type SettingsPageProps } from '#app/components/staff/SettingsPage.tsx';
import { action as save, loader as settings } from '#app/routes/staff.settings.tsx';
import { loader as frame } from '#app/routes/staff.tsx';
import { htmlOf } from '#test/components/render.tsx';
import { call, formKey } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, signedIn } = await webOffice();
const clerk = await signedIn(office.staff.clerk);
const other = await signedIn(office.staff.otherClerk);
const path = '/staff/settings';

test('keys of one character are switched off by each person for themselves, and on again', async () => {
  const page = async () => {
    const data = (await call(app, settings, { ...clerk, path })).data as SettingsPageProps;
    return htmlOf(<SettingsPage {...data} />, path);
  };
  const single = async (who: { cookie: string }) =>
    ((await call(app, frame, who)).data as { singleKeys: boolean }).singleKeys;
  const choose = (choice: Record<string, string>) =>
    call(app, save, { ...clerk, path, form: { _key: formKey(), _intent: 'save', ...choice } });

  expect(await page()).toMatch(/name="single_keys"[^>]*checked|checked[^>]*name="single_keys"/);
  expect((await choose({})).location).toBe(`${path}?done=settings-saved`);
  expect(await page()).not.toContain('checked=""');
  expect(await single(clerk)).toBe(false);
  expect(await single(other)).toBe(true);
  await choose({ single_keys: 'on' });
  expect(await single(clerk)).toBe(true);
});
