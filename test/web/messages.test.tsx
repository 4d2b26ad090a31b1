import { expect, test } from 'vitest';
import { permissions } from '#app/domain/permissions.ts';
import * as demoRoute from '#app/routes/demo.seeker.tsx';
import * as threadsRoute from '#app/routes/mypage.messages._index.tsx';
import * as threadRoute from '#app/routes/mypage.messages.$referralId.tsx';
import * as cardRoute from '#app/routes/staff.referrals.$id._index.tsx';
import { beginSession } from '#app/web/session.server.ts';
import { granted } from '#test/support/world.ts';
import { apiOffice } from './apiOffice.ts';
import { type Answer, at, call, contextFor, formKey } from './application.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, employer, referralId, thread, tryReceive } = await apiOffice();

const signedIn = async (audience: 'staff' | 'mypage', subjectId: string) => {
  const context = contextFor(app);
  const visit = { cookies: null, now: app.clock.now().toISOString(), answer: context.answer };
  await beginSession(app, visit, { audience, subjectId, data: {} });
  return { cookie: context.answer.getSetCookie()[0]?.split(';')[0] ?? '' };
};
const own = await signedIn('mypage', employer.accountId);
const params = { referralId };
const path = `/mypage/messages/${referralId}`;
const post = (form: Record<string, string>): Promise<Answer> =>
  call(app, threadRoute.action, { ...own, path, params, form: { _key: formKey(), ...form } });

test('the list shows who can be written to, and how many messages are unread', async () => {
  granted(await tryReceive('はじめまして。'));
  const { data } = await call(app, threadsRoute.loader, { ...own, path: '/mypage/messages' });
  expect(data).toMatchObject({
    closed: null,
    found: { total: 1, rows: [{ referralId, unread: 1, count: 1, obstacle: null }] },
  });
});

test('a thread shows each message with the day on which it is erased', async () => {
  const { data } = await call(app, threadRoute.loader, { ...own, path, params });
  expect(data).toMatchObject({
    eraseFrom: '2027-11-25',
    messages: { rows: [{ text: 'はじめまして。', eraseFrom: '2027-11-25', readAt: null }] },
  });
});

test('a 文例 is added to what was typed, without a script and without sending', async () => {
  const answer = await post({ _intent: 'sample:received', text: '見本 様', read_up_to: '1' });
  expect(answer).toMatchObject({ status: 422, data: { refusal: null, errors: [] } });
  expect((answer.data as { typed: { text: string } }).typed.text).toMatch(/^見本 様\nこのたびは/);
  expect(await thread()).toHaveLength(1);
});

test('a message too long or empty comes back with what was typed', async () => {
  const long = '長'.repeat(2001);
  expect(await post({ _intent: 'send', text: long })).toMatchObject({
    status: 422,
    data: { typed: { text: long }, errors: [{ field: 'text', code: 'too-long' }] },
  });
  expect(await post({ _intent: 'send', text: ' ' })).toMatchObject({
    status: 422,
    data: { errors: [{ field: 'text', code: 'required' }] },
  });
});

test('whoever answers has read what was shown; the same form twice sends once', async () => {
  const form = { _key: formKey(), _intent: 'send', text: 'よろしくお願いします。', read_up_to: '1' };
  for (const _time of [1, 2])
    expect(await post(form)).toMatchObject({ status: 302, location: `${path}?done=message-sent` });
  const messages = await thread();
  expect(messages).toHaveLength(2);
  expect(messages[0]?.readAt).not.toBeNull();
});

test('messages are marked as read by the button', async () => {
  granted(await tryReceive('もう一度'));
  const upTo = String((await thread()).at(-1)?.seq);
  expect((await post({ _intent: 'mark-read', read_up_to: upTo })).location).toBe(
    `${path}?done=messages-read`,
  );
  expect((await thread()).filter(({ from, readAt }) => from === 'seeker' && readAt === null)).toEqual([]);
});

test('a thread of another employer is not found', async () => {
  const stranger = await office.openedAtCounter('b@example.co.jp');
  const theirs = await signedIn('mypage', stranger.accountId);
  expect(await call(app, threadRoute.loader, { ...theirs, path, params })).toMatchObject({ status: 404 });
  const { data } = await call(app, threadsRoute.loader, { ...theirs, path: '/mypage/messages' });
  expect(data).toMatchObject({ found: { total: 0 } });
});

test('after the posting has ended the thread is read, and says why nothing can be written', async () => {
  const later = at(app, '2027-02-01T09:00:00+09:00');
  const context = contextFor(later);
  const visit = { cookies: null, now: later.clock.now().toISOString(), answer: context.answer };
  await beginSession(later, visit, { audience: 'mypage', subjectId: employer.accountId, data: {} });
  const cookie = context.answer.getSetCookie()[0]?.split(';')[0] ?? '';
  const { data } = await call(later, threadRoute.loader, { cookie, path, params });
  expect(data).toMatchObject({
    obstacle: 'message-posting-invalid',
    closed: { code: 'feature-closed' },
    messages: { total: 3 },
  });
});

test('staff see how many messages there are, and have no permission, page or field for what they say', async () => {
  for (const member of [office.staff.clerk, office.staff.supervisor, office.staff.auditor]) {
    const staff = await signedIn('staff', member.id);
    const { data } = await call(app, cardRoute.loader, {
      ...staff,
      path: `/staff/referrals/${referralId}`,
      params: { id: referralId },
    });
    expect(data).toMatchObject({ messages: { employer: 1, seeker: 2 } });
    expect(JSON.stringify(data)).not.toMatch(/はじめまして|よろしくお願いします。/);
    const answer = await call(app, threadRoute.loader, { ...staff, path, params });
    expect(answer).toMatchObject({ status: 302, data: null });
  }
  const ofMessages = Object.entries(permissions).filter(([name]) => name.startsWith('message.'));
  expect(ofMessages.length).toBeGreaterThan(0);
  for (const [, roles] of ofMessages)
    for (const role of ['clerk', 'supervisor', 'auditor']) expect(roles).not.toContain(role);
});

test('the stand-in for the seeker is not there outside of the demo, to look at or to post to', async () => {
  for (const mode of ['test', 'production'] as const) {
    const there = { ...app, env: { ...app.env, mode } };
    expect(await call(there, demoRoute.loader, { path: '/demo/seeker' })).toMatchObject({ status: 404 });
    const form = { _key: formKey(), thread: referralId, text: 'なりすまし' };
    expect(await call(there, demoRoute.action, { path: '/demo/seeker', form })).toMatchObject({
      status: 404,
    });
  }
  expect(await thread()).toHaveLength(3);
});
