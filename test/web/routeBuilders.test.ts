import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { done, refuse } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure, NotFound, ReusedKey } from '#app/procedures/procedure.ts';
import { numberWithin, recordId } from '#app/web/params.ts';
import { publicRoute, staffRoute, startRoute } from '#app/web/routes.server.ts';
import { beginSession } from '#app/web/session.server.ts';
import { call, contextFor, cookieIn, formKey, insertStaff, testApplication } from './application.ts';
import { watchLog } from './watchLog.ts';

const log = watchLog();
const app = await testApplication();

async function cookieOf(audience: 'staff' | 'start', subjectId: string | null, data = {}): Promise<string> {
  const context = contextFor(app);
  const now = app.clock.now().toISOString();
  await beginSession(app, { cookies: null, now, answer: context.answer }, { audience, subjectId, data });
  return context.answer.getSetCookie()[0]?.split(';')[0] ?? '';
}

const clerk = await insertStaff(app);
const auditor = await insertStaff(app, { role: 'auditor' });
const asClerk = { cookie: await cookieOf('staff', clerk.id) };
const asAuditor = { cookie: await cookieOf('staff', auditor.id) };

/** Writes an audit row for each time it really ran. */
const note = defineProcedure<{ text: string }, { noted: string }>({
  name: 'test.note',
  permission: 'posting.accept',
  input: {
    type: 'object',
    additionalProperties: false,
    required: ['text'],
    properties: { text: { type: 'string', maxLength: 20 } },
  },
  audit: 'test.noted',
  run: async ({ record }, { text }) => {
    if (text === 'refuse') return refuse('fields-wrong', { fields: [{ field: 'text', code: 'required' }] });
    record({ subject: { type: 'note', id: text } });
    return done({ noted: randomUUID() });
  },
});

const accept = staffRoute.action({ permission: 'posting.accept' }, async (ctx) => {
  const outcome = await ctx.perform(note, { text: String(ctx.form.raw.get('text')) });
  return outcome.ok ? outcome.value : ctx.invalid(outcome, { text: String(ctx.form.raw.get('text')) });
});

describe('A guarded route', () => {
  test('says whom it is for', () => {
    expect(accept.guard).toEqual({ audience: 'staff', permission: 'posting.accept' });
  });

  test('is closed to a role without the permission', async () => {
    const answer = await call(app, accept, { ...asAuditor, form: { _key: formKey(), text: 'a' } });
    expect(answer).toMatchObject({ status: 403, data: { code: 'forbidden' } });
  });

  test('knows the actor, the office and the day', async () => {
    const today = staffRoute.loader({ permission: 'staff.home' }, async (ctx) => ({
      actor: ctx.actor,
      office: (await ctx.office()).id,
      today: ctx.today,
      may: ctx.may('posting.settleRefusal'),
    }));
    expect((await call(app, today, asClerk)).data).toEqual({
      actor: { kind: 'staff', id: clerk.id, name: '見本 職員', role: 'clerk', officeId: clerk.officeId },
      office: clerk.officeId,
      today: '2026-11-24',
      may: false,
    });
  });

  test.each(['1', 'x', '../secret', "' or 1=1", '00000000-0000-1000-8000-000000000000', ''])(
    'an id like %j is not found, and its body never runs',
    async (id) => {
      let ran = false;
      const card = staffRoute.loader(
        { permission: 'establishment.read', params: { id: recordId } },
        async () => {
          ran = true;
          return null;
        },
      );
      expect(await call(app, card, { ...asClerk, params: { id } })).toMatchObject({
        status: 404,
        data: { code: 'not-found' },
      });
      expect(ran).toBe(false);
    },
  );

  test.each([
    ['1', 200],
    ['8', 200],
    ['0', 404],
    ['9', 404],
    ['1.5', 404],
    ['-1', 404],
  ])('step %s of eight is %i', async (step, status) => {
    const page = staffRoute.loader(
      { permission: 'staff.home', params: { step: numberWithin(1, 8) } },
      async (ctx) => ctx.params.step,
    );
    expect((await call(app, page, { ...asClerk, params: { step } })).status).toBe(status);
  });
});

describe('A form post', () => {
  test('with the same key gets the same receipt', async () => {
    const form = { _key: formKey(), text: 'once' };
    const first = await call(app, accept, { ...asClerk, form });
    expect(first.status).toBe(200);
    expect(await call(app, accept, { ...asClerk, form })).toEqual(first);
  });

  test('with a used key and another content is refused', async () => {
    const _key = formKey();
    await call(app, accept, { ...asClerk, form: { _key, text: 'one' } });
    const answer = await call(app, accept, { ...asClerk, form: { _key, text: 'another' } });
    expect(answer).toMatchObject({ status: 409, data: { code: 'reused-key' } });
  });

  test.each<Record<string, string>>([{}, { _key: 'short' }, { _key: 'a'.repeat(23) }])(
    'without a key of ours is refused: %j',
    async (form) => {
      expect(await call(app, accept, { ...asClerk, form: { ...form, text: 'a' } })).toMatchObject({
        status: 400,
        data: { code: 'bad-input' },
      });
    },
  );

  test('that does not fit the schema of the act is a bypassed browser', async () => {
    const form = { _key: formKey(), text: 'x'.repeat(21) };
    expect(await call(app, accept, { ...asClerk, form })).toMatchObject({
      status: 400,
      data: { code: 'bad-input' },
    });
  });

  test('that is refused comes back with everything typed', async () => {
    const form = { _key: formKey(), _intent: 'accept', text: 'refuse' };
    expect(await call(app, accept, { ...asClerk, form })).toMatchObject({
      status: 422,
      data: {
        ok: false,
        intent: 'accept',
        refusal: { code: 'fields-wrong' },
        errors: [{ field: 'text', code: 'required' }],
        typed: { text: 'refuse' },
      },
    });
  });

  test('knows which button was pressed and which version was shown', async () => {
    const look = staffRoute.action({ permission: 'staff.home' }, async ({ form }) => [
      form.intent,
      form.version,
    ]);
    const form = { _key: formKey(), _intent: 'save', _version: '7' };
    expect((await call(app, look, { ...asClerk, form })).data).toEqual(['save', 7]);
    expect((await call(app, look, { ...asClerk, form: { _version: '-1' } })).data).toEqual(['', null]);
  });
});

describe('What goes wrong inside', () => {
  const failing = (error: Error) =>
    staffRoute.loader({ permission: 'staff.home' }, async (): Promise<null> => {
      throw error;
    });
  const named = (name: string, code?: string) =>
    Object.assign(new Error('090-0000-0000'), { name, ...(code && { code }) });

  test.each([
    ['a record out of reach', new NotFound('x'), 404, { code: 'not-found' }],
    ['a key used for something else', new ReusedKey('x'), 409, { code: 'reused-key' }],
    [
      'a stale page',
      new Conflict(
        { type: 'posting', id: 'x' },
        { by: '見本 職員', action: 'posting.accepted', at: '2026-11-24T00:00:00.000Z' },
      ),
      409,
      {
        code: 'conflict',
        by: '見本 職員',
        act: { word: '受理', past: '求人を受理しました' },
        at: '2026-11-24T00:00:00.000Z',
        back: '/staff/reviews/1?a=b',
      },
    ],
    ['a busy database', named('DatabaseBusy'), 503, { code: 'unavailable' }],
    ['a full disk', named('Error', 'SQLITE_FULL'), 503, { code: 'unavailable' }],
    ['a bug', named('TypeError'), 500, { code: 'unexpected', number: '0123456789ab' }],
  ])('%s', async (_what, error, status, data) => {
    const answer = await call(app, failing(error), { ...asClerk, path: '/staff/reviews/1?a=b' });
    expect(answer).toEqual({ status, location: null, data, cookies: [] });
  });

  test('what was written into the form comes back with the page, and nothing else of it', async () => {
    const decide = staffRoute.action({ permission: 'posting.accept' }, async (): Promise<null> => {
      throw new Conflict(
        { type: 'posting', id: 'x' },
        { by: '', action: '', at: '2026-11-24T00:00:00.000Z' },
      );
    });
    const written = '仕事の内容に、1日の流れを書き加えてください。';
    const form = { _key: formKey(), message: written, settlement: 'declined', password: '合言葉', note: ' ' };
    expect((await call(app, decide, { ...asClerk, form })).data).toMatchObject({
      code: 'conflict',
      kept: [{ label: '求人者への説明', text: written }],
    });
  });

  test('a bug is logged under its number', async () => {
    await call(app, failing(named('TypeError')), asClerk);
    expect(JSON.parse(log().at(-1) ?? '')).toMatchObject({
      level: 'error',
      event: 'unexpected',
      requestId: '0123456789ab',
      error: { name: 'TypeError' },
    });
  });

  test('in production the log keeps the message out', async () => {
    const production = { ...app, env: { ...app.env, mode: 'production' as const } };
    await call(production, failing(named('TypeError')), asClerk);
    expect(log().join('')).not.toContain('090-0000-0000');
  });
});

describe('A form that is posted after the session has ended', () => {
  const save = staffRoute.action({ permission: 'staff.home' }, async (): Promise<null> => null);
  const path = '/staff/reviews/1/return';

  test('brings back what was written, with the way to sign in and return', async () => {
    const form = { _key: formKey(), message: '賃金の額を確認してください。' };
    expect(await call(app, save, { path, form })).toMatchObject({
      status: 401,
      data: {
        code: 'signed-out',
        login: '/staff/login?next=%2Fstaff%2Freviews%2F1%2Freturn',
        kept: [{ label: '求人者への説明', text: '賃金の額を確認してください。' }],
      },
    });
  });

  test('leads straight to the sign-in page where nothing was written', async () => {
    expect(await call(app, save, { path, form: { _key: formKey() } })).toMatchObject({
      status: 302,
      location: '/staff/login?next=%2Fstaff%2Freviews%2F1%2Freturn&done=session-expired',
    });
  });
});

describe('A page with personal data', () => {
  test('leaves a row in the view log, unless there was nothing to see', async () => {
    const seen: string[] = [];
    const watched = {
      ...app,
      recordView: async ({ screen, subjectId }: { screen: string; subjectId: string }) =>
        void seen.push(`${screen} ${subjectId}`),
    };
    const id = randomUUID();
    const view = { screen: 'establishment', subject: (params: { id: string }) => params.id };
    const options = { permission: 'establishment.read', params: { id: recordId }, view } as const;
    await call(
      watched,
      staffRoute.loader(options, async () => null),
      { ...asClerk, params: { id } },
    );
    await call(
      watched,
      staffRoute.loader(options, async (ctx) => ctx.notFound()),
      { ...asClerk, params: { id } },
    );
    expect(seen).toEqual([`establishment ${id}`]);
  });

  test('really writes it', async () => {
    const view = {
      at: '2026-11-24T00:00:00.000Z',
      actorId: clerk.id,
      officeId: clerk.officeId,
      screen: 'establishment',
      subjectId: randomUUID(),
    };
    await app.recordView(view);
    const rows = await app.query((knex) => knex('view_log').where({ subject_id: view.subjectId }), {
      kind: 'visitor',
    });
    expect(rows).toHaveLength(1);
  });
});

describe('パスワード登録', () => {
  const start = {
    email: 'a@mihon.example',
    purpose: 'start',
    consentedAt: '2026-11-24T00:00:00.000Z',
  } as const;
  const keyPage = startRoute.loader({ permission: 'account.open' }, async (ctx) => ctx.start);

  test('remembers what was said so far on the server', async () => {
    const begin = publicRoute.action({ permission: 'account.open' }, async (ctx) => {
      await ctx.beginStart(start);
      return ctx.redirect('/mypage/start/key');
    });
    const cookie = cookieIn(await call(app, begin, { form: { _key: formKey() } }));
    expect((await call(app, keyPage, { cookie })).data).toEqual(start);

    const enterKey = startRoute.action({ permission: 'account.open' }, async (ctx) => {
      await ctx.updateStart({ ...ctx.start, keyId: 'the key' });
      return null;
    });
    await call(app, enterKey, { cookie, form: { _key: formKey() } });
    expect((await call(app, keyPage, { cookie })).data).toEqual({ ...start, keyId: 'the key' });

    const end = startRoute.action({ permission: 'account.open' }, async (ctx) => {
      await ctx.endStart();
      return null;
    });
    await call(app, end, { cookie, form: { _key: formKey() } });
    expect((await call(app, keyPage, { cookie })).status).toBe(302);
  });

  test('begins again from the first page where nothing is remembered', async () => {
    expect(await call(app, keyPage)).toMatchObject({
      status: 302,
      location: '/mypage/start?done=start-expired',
    });
  });
});

test('A redirect never leaves our pages', async () => {
  const away = publicRoute.loader(
    { permission: 'anyone' },
    async (ctx): Promise<null> => ctx.redirect('//elsewhere.example'),
  );
  expect(await call(app, away)).toMatchObject({ status: 302, location: '/' });
});
