import { randomUUID } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { closePartner } from '#app/procedures/partner/close.ts';
import { endpoints } from '#app/web/api/endpoints.ts';
import { openApiDocument } from '#app/web/api/openapi.ts';
import { neighbourOffice } from '#fixtures/demo.ts';
import { openPartner } from '#test/support/messages.ts';
import { granted } from '#test/support/world.ts';
import { apiOffice, type Sent } from './apiOffice.ts';
import { watchLog } from './watchLog.ts';

const log = watchLog();
const { office, app, send, door, trySend, thread, referral, referralId, seekerId, setMypage } =
  await apiOffice();
const { number } = await referral(referralId);
const seekerNumber = (await office.stores.jobSeekers.find({ kind: 'all' }, seekerId))?.number ?? '';
const message = (text = '面接に伺います。') => ({ referral: number, text });
const post = (content: unknown = message(), how: Sent = {}) =>
  send('POST', '/api/v1/messages', content, { key: randomUUID(), ...how });

describe('A signed request', () => {
  test('puts a message of the seeker into the thread', async () => {
    const reply = await post();
    expect(reply).toMatchObject({ status: 201, json: { id: expect.any(String) } });
    expect(reply.headers['content-type']).toBe('application/json');
    expect((await thread()).at(-1)).toMatchObject({ from: 'seeker', text: '面接に伺います。' });
  });

  test('leaves its path, its status and no word of it in the log', async () => {
    await post(message('ログに残らない言葉'));
    const lines = log();
    expect(
      lines.some((line) => line.includes('"path":"/api/:…/messages"') && line.includes('"status":201')),
    ).toBe(true);
    expect(lines.join('')).not.toContain('ログに残らない');
  });

  test('is let in without a session, an origin or Remix', () => expect(door.reached).toEqual([]));

  test('with a used key gets the same answer and writes nothing again', async () => {
    const key = randomUUID();
    const first = await post(message('一度だけ'), { key });
    const count = (await thread()).length;
    expect((await post(message('一度だけ'), { key })).json).toEqual(first.json);
    expect(await thread()).toHaveLength(count);
    expect(await post(message('別の内容'), { key })).toMatchObject({
      status: 409,
      json: { code: 'reused-key' },
    });
  });

  test('collects both sides’ messages after a cursor, with the day they are erased', async () => {
    granted(await trySend('お待ちしています。'));
    const all = await send('GET', '/api/v1/messages');
    const { messages, next, more } = all.json as {
      messages: { cursor: string }[];
      next: string;
      more: boolean;
    };
    expect(messages.at(-1)).toMatchObject({
      referral: number,
      seeker: seekerNumber,
      from: 'employer',
      text: 'お待ちしています。',
      eraseFrom: '2027-11-25',
      readAt: null,
    });
    expect(more).toBe(false);
    expect((await send('GET', `/api/v1/messages?since=${next}`)).json).toEqual({
      messages: [],
      next,
      more: false,
    });
    granted(await trySend('追伸です。'));
    expect((await send('GET', `/api/v1/messages?since=${next}`)).json).toMatchObject({
      messages: [{ text: '追伸です。' }],
    });
  });

  test('says that the seeker has read the employer’s messages', async () => {
    const upTo = String((await thread()).at(-1)?.seq);
    const reply = await send('PUT', `/api/v1/referrals/${number}/read`, { upTo });
    expect(reply.status).toBe(204);
    const unread = (await thread()).filter(({ from, readAt }) => from === 'employer' && readAt === null);
    expect(unread).toEqual([]);
  });

  test('is told why a thread is read-only', async () => {
    await setMypage(false);
    expect(await post()).toMatchObject({ status: 422, json: { code: 'message-no-mypage' } });
    await setMypage(true);
  });
});

describe('A request is not let in', () => {
  const messages = '/api/v1/messages';
  const wrong: Record<string, [Sent, number, string]> = {
    'signed with another secret': [{ secret: 'x'.repeat(43) }, 401, 'signature-wrong'],
    'by a partner that is not known': [{ partner: randomUUID() }, 401, 'signature-wrong'],
    'that was given another address': [
      { tampered: { target: `${messages}?since=0` } },
      401,
      'signature-wrong',
    ],
    'whose date is five minutes and a second old': [{ date: '2026-11-24T00:54:59Z' }, 401, 'date-skewed'],
    'whose date is five minutes and a second ahead': [{ date: '2026-11-24T01:05:01Z' }, 401, 'date-skewed'],
    'whose date is no date': [{ date: 'yesterday' }, 401, 'date-skewed'],
    'without a signature': [{ headers: { Authorization: '' } }, 401, 'not-signed'],
    'under another host': [{ headers: { Host: 'elsewhere.example' } }, 421, 'wrong-host'],
  };
  test.each(Object.entries(wrong))('%s', async (_what, [how, status, code]) => {
    const reply = await send('GET', messages, undefined, how);
    expect(reply).toMatchObject({ status, json: { status, code, requestId: expect.any(String) } });
    expect(reply.headers['content-type']).toBe('application/problem+json');
  });

  test.each(['2026-11-24T00:55:00Z', '2026-11-24T01:05:00Z'])(
    'but at the edge of the skew it is: %s',
    async (date) => {
      expect((await send('GET', messages, undefined, { date })).status).toBe(200);
    },
  );

  test('whose body was changed on the way', async () => {
    const before = (await thread()).length;
    const reply = await post(message(), { tampered: { body: JSON.stringify(message('すり替え')) } });
    expect(reply).toMatchObject({ status: 401, json: { code: 'signature-wrong' } });
    expect(await thread()).toHaveLength(before);
  });

  test('a second time, even with the same signature', async () => {
    const how = { nonce: 'a'.repeat(32) };
    expect((await send('GET', messages, undefined, how)).status).toBe(200);
    expect(await send('GET', messages, undefined, how)).toMatchObject({
      status: 401,
      json: { code: 'replayed' },
    });
  });

  test('by a partner without the scope', async () => {
    const { actor, secret } = await openPartner(office, { name: '求職情報だけ', scopes: ['seekers'] });
    const how = { partner: actor.id, secret };
    expect(await send('GET', messages, undefined, how)).toMatchObject({
      status: 403,
      json: { code: 'scope-missing' },
    });
    expect((await post(message(), how)).status).toBe(403);
  });

  test('by a partner that was closed', async () => {
    const { actor, secret } = await openPartner(office, { name: '終わったシステム' });
    const how = { partner: actor.id, secret };
    expect((await send('GET', messages, undefined, how)).status).toBe(200);
    granted(
      await office.perform(closePartner, { kind: 'system', job: 'test' }, { name: '終わったシステム' }),
    );
    expect(await send('GET', messages, undefined, how)).toMatchObject({ json: { code: 'signature-wrong' } });
  });

  test('to the seekers of another office', async () => {
    const { actor, secret } = await openPartner(office, { name: '隣', officeCode: neighbourOffice.code });
    const how = { partner: actor.id, secret };
    expect((await send('GET', messages, undefined, how)).json).toMatchObject({ messages: [] });
    expect(await post(message(), how)).toMatchObject({ status: 404, json: { code: 'not-found' } });
    const profile = await profileOf();
    expect((await send('PUT', `/api/v1/seekers/${seekerNumber}`, profile, how)).status).toBe(404);
    expect((await send('PUT', `/api/v1/referrals/${number}/read`, { upTo: '1' }, how)).status).toBe(404);
  });
});

describe('What does not fit', () => {
  test.each<[string, unknown, Sent, number, string]>([
    ['is no JSON', '{', {}, 400, 'body-unreadable'],
    ['is a form', message(), { headers: { 'Content-Type': 'text/plain' } }, 415, 'not-json'],
    ['has a surplus name', { ...message(), from: 'employer' }, {}, 422, 'fields-wrong'],
    ['is longer than 2,000 characters', message('長'.repeat(2001)), {}, 422, 'fields-wrong'],
    ['is empty', message(''), {}, 422, 'fields-wrong'],
    ['hides a control character', message('a\u0007'), {}, 422, 'fields-wrong'],
    ['has a key too short', message(), { key: 'short' }, 422, 'fields-wrong'],
    ['is longer than 64 KB', message('x'.repeat(70_000)), {}, 413, 'body-too-long'],
    ['names no referral of ours', { ...message(), referral: '99010-99999999' }, {}, 404, 'not-found'],
  ])('because it %s', async (_what, content, how, status, code) => {
    expect(await post(content, how)).toMatchObject({ status, json: { code } });
  });

  test('is taken at exactly 2,000 characters', async () => {
    expect((await post(message('長'.repeat(2000)))).status).toBe(201);
  });

  test('is an address or a method that is not there', async () => {
    expect(await send('GET', '/api/v1/secrets')).toMatchObject({ status: 404 });
    expect(await send('DELETE', '/api/v1/messages')).toMatchObject({ status: 405 });
    expect(await send('GET', '/api/v1/messages?since=x')).toMatchObject({ status: 422 });
    expect(await send('GET', '/api/v1/messages?page=2')).toMatchObject({ status: 422 });
  });
});

const profileOf = async () => {
  const seeker = await office.stores.jobSeekers.find({ kind: 'all' }, seekerId);
  return { ...seeker?.profile, has_mypage: true };
};

describe('A profile handed over', () => {
  test('replaces the public part and leaves the person alone', async () => {
    const before = await office.stores.jobSeekers.find({ kind: 'all' }, seekerId);
    const content = { ...(await profileOf()), wished_occupation: '経理事務', is_public: true };
    expect((await send('PUT', `/api/v1/seekers/${seekerNumber}`, content)).status).toBe(204);
    const after = await office.stores.jobSeekers.find({ kind: 'all' }, seekerId);
    expect(after).toMatchObject({ isPublic: true, hasMypage: true, name: before?.name });
    expect(after?.profile).toMatchObject({ wished_occupation: '経理事務' });
    expect(after?.person).toEqual(before?.person);
  });

  test('is refused where it says who it is', async () => {
    const content = { ...(await profileOf()), appeal: 'mihon@example.jp までご連絡ください' };
    expect(await send('PUT', `/api/v1/seekers/${seekerNumber}`, content)).toMatchObject({
      status: 422,
      json: { code: 'fields-wrong', errors: [{ field: 'appeal', code: 'says-who' }] },
    });
  });
});

describe('The OpenAPI document', () => {
  const document = openApiDocument();
  const ajv = new Ajv2020({
    strict: false,
    formats: { 'calendar-date': true, 'mail-address': true, 'corporate-number': true },
  });

  test('is read by anybody, and is what the code says', async () => {
    const reply = await door.send('GET', '/api/v1/openapi.json');
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body)).toEqual(JSON.parse(JSON.stringify(document)));
  });

  test('has each route once, and no other', () => {
    const written = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(written.toSorted()).toEqual(endpoints.map(({ method, path }) => `${method} ${path}`).toSorted());
  });

  test('has schemas that compile, and that fit what is really answered', async () => {
    for (const { body, answer } of endpoints)
      for (const schema of [body, answer.schema])
        if (schema !== null) expect(ajv.compile(schema)).toBeTypeOf('function');
    const collected = await send('GET', '/api/v1/messages');
    const fits = ajv.compile(endpoints[0]?.answer.schema ?? {});
    expect(fits(collected.json), JSON.stringify(fits.errors)).toBe(true);
    const problem = await send('GET', '/api/v1/secrets');
    const isProblem = ajv.compile(document.components.schemas.Problem);
    expect(isProblem(problem.json), JSON.stringify(isProblem.errors)).toBe(true);
  });

  test('takes a body exactly where the route does', async () => {
    const [, post] = endpoints;
    const takes = ajv.compile(post?.body ?? {});
    expect(takes(message())).toBe(true);
    expect(takes({ ...message(), from: 'seeker' })).toBe(false);
  });
});

test('Too many wrong signatures from one address close the door to it for a while', async () => {
  const codes = new Set<unknown>();
  for (let index = 0; index < 61; index += 1)
    codes.add((await send('GET', '/api/v1/messages', undefined, { secret: 'x' })).json.code);
  expect(codes).toContain('too-many');
  const reply = await send('GET', '/api/v1/messages');
  expect(reply).toMatchObject({ status: 429 });
  expect(reply.headers['retry-after']).toBe('60');
  expect(app.env.mode).toBe('test');
});
