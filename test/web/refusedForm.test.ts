import { expect, test } from 'vitest';
import { zipIntents } from '#app/components/address/intents.ts';
import { rootDataOf } from '#app/components/ui/pageMeta.ts';
import { action } from '#app/routes/staff.establishments.new.tsx';
import { beginSession } from '#app/web/session.server.ts';
import { contextFor, formKey, insertStaff, origin, testApplication } from './application.ts';

const app = await testApplication();
const { id: subjectId } = await insertStaff(app);

/** What the root loader tells the page after the form was posted with this button. */
async function rootAfter(_intent: string) {
  const context = contextFor(app);
  const visit = { cookies: null, now: app.clock.now().toISOString(), answer: context.answer };
  await beginSession(app, visit, { audience: 'staff', subjectId, data: {} });
  const cookie = context.answer.getSetCookie()[0]?.split(';')[0] ?? '';
  const body = new URLSearchParams({ _key: formKey(), _intent, postal: '1040061' });
  const request = new Request(`${origin}/staff/establishments/new`, {
    method: 'POST',
    headers: { cookie },
    body,
  });
  await action({ request, params: {}, context });
  return rootDataOf({ context });
}

test('a form that was not accepted is told to the title of its page', async () => {
  expect(await rootAfter('')).toEqual({ mode: 'test', training: false, formRefused: 'error' });
});

test('住所を検索 without a script is no error', async () => {
  expect(await rootAfter(zipIntents.search)).toEqual({ mode: 'test', training: false, formRefused: null });
});
