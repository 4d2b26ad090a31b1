import { expect, test } from 'vitest';
import { demoPartnerName } from '#app/domain/partner.ts';
import { addPartner } from '#app/procedures/partner/add.ts';
import * as demoRoute from '#app/routes/demo.seeker.tsx';
import { granted } from '#test/support/world.ts';
import { apiOffice } from './apiOffice.ts';
import { call, formKey } from './application.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, seekerId, referralId, trySend, thread } = await apiOffice();
const demo = { ...app, env: { ...app.env, mode: 'demo' as const } };
const page = `/demo/seeker?seeker=${seekerId}&thread=${referralId}`;

test('in the demo, without the partner of the seed, there is no page either', async () => {
  expect(await call(demo, demoRoute.loader, { path: page })).toMatchObject({ status: 404 });
  granted(
    await office.perform(
      addPartner,
      { kind: 'system', job: 'test' },
      { name: demoPartnerName, officeCode: null, scopes: ['messages'] },
    ),
  );
});

test('the invented seeker reads the thread and answers through the same act as the API', async () => {
  granted(await trySend('木曜日の14時はいかがですか。'));
  const { data } = await call(demo, demoRoute.loader, { path: page });
  expect(data).toMatchObject({
    seekerId,
    threads: [{ referralId, unread: 1 }],
    thread: { messages: { rows: [{ text: '木曜日の14時はいかがですか。' }] } },
  });
  const form = { _key: formKey(), thread: referralId, text: '伺います。', read_up_to: '1' };
  expect(await call(demo, demoRoute.action, { path: page, form })).toMatchObject({ status: 302 });
  expect(await thread()).toMatchObject([
    { readAt: expect.any(String) },
    { from: 'seeker', text: '伺います。' },
  ]);
});

test('what is wrong comes back as it was typed', async () => {
  const form = { _key: formKey(), thread: referralId, text: '長'.repeat(2001) };
  expect(await call(demo, demoRoute.action, { path: page, form })).toMatchObject({
    status: 422,
    data: { errors: [{ field: 'text', code: 'too-long' }] },
  });
});
