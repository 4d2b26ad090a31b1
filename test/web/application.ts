import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { type Application, compose } from '#app/composition.server.ts';
import type { StaffRole } from '#app/domain/actor.ts';
import { type Clock, frozenClock } from '#app/domain/clock.ts';
import { readEnv } from '#app/env.server.ts';
import type { AppLoadContext } from '#app/web/remix.ts';
import type { Runner } from '#jobs/runner.ts';

export const origin = 'http://localhost:3000';

/** A working application over a fresh database, at 09:00 on a Tuesday; `environment` as the process would read it. */
export async function testApplication(environment: Record<string, string> = {}): Promise<Application> {
  const folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-web-'));
  const app = await compose(
    readEnv({ NODE_ENV: 'test', DATA_DIR: folder, NOW: '2026-11-24T09:00+09:00', ...environment }),
  );
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });
  return app;
}

/** The same application at another time, for sessions and windows that run out. */
export const at = (app: Application, time: string): Application => {
  const clock: Clock = frozenClock(time);
  return { ...app, clock };
};

/** Runs what is due, which this process does itself. */
export async function runDue({ queue }: Application): Promise<void> {
  await (queue as Runner).runDue();
}

export const password = '見本の長い合言葉をここに';

export async function insertStaff(
  app: Application,
  {
    role = 'clerk',
    active = true,
    loginName = `${role}-${randomUUID()}`,
  }: { role?: StaffRole; active?: boolean; loginName?: string } = {},
): Promise<{ id: string; officeId: string; loginName: string }> {
  const officeId = randomUUID();
  const id = randomUUID();
  const passwordHash = await app.secrets.hash(password);
  await app.write(async (stores) => {
    await stores.offices.insert({
      id: officeId,
      code: String(Math.abs(Number.parseInt(officeId.slice(0, 6), 16)) % 100_000).padStart(5, '0'),
      name: 'ハローワーク見本',
      phone: '0300000000',
      postal: '1000000',
      address: '東京都見本区見本1-1',
      prefecture: '東京都',
    });
    await stores.staff.insert({
      id,
      officeId,
      name: '見本 職員',
      role,
      loginName,
      passwordHash,
      demo: false,
      active,
    });
  });
  return { id, officeId, loginName };
}

/** What the server hands to Remix beside the request. */
export const contextFor = (app: Application, clientAddress = '192.0.2.1'): AppLoadContext => ({
  app,
  nonce: 'nonce',
  mode: app.env.mode,
  requestId: '0123456789ab',
  clientAddress,
  answer: new Headers(),
});

type Route = (args: {
  request: Request;
  params: Record<string, string>;
  context: AppLoadContext;
}) => Promise<unknown>;

/** What a loader or action gave back or threw, as far as a browser could tell. */
export type Answer = { status: number; location: string | null; data: unknown; cookies: readonly string[] };

type Call = {
  path?: string;
  cookie?: string;
  /** A list is sent under its name several times, as tick boxes are. */
  form?: Readonly<Record<string, string | readonly string[]>>;
  params?: Record<string, string>;
  clientAddress?: string;
};

const pairsOf = (form: NonNullable<Call['form']>): [string, string][] =>
  Object.entries(form).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  );

/** Calls a loader or, with a form, an action as Remix does. */
export async function call(app: Application, route: Route, options: Call = {}): Promise<Answer> {
  const { path: page = '/staff', cookie, form, params = {}, clientAddress } = options;
  const context = contextFor(app, clientAddress);
  const request = new Request(`${origin}${page}`, {
    headers: cookie === undefined ? {} : { cookie },
    ...(form && { method: 'POST', body: new URLSearchParams(pairsOf(form)) }),
  });
  const result: unknown = await route({ request, params, context }).catch((thrown: unknown) => thrown);
  const cookies = context.answer.getSetCookie();
  if (result instanceof Response) {
    return { status: result.status, location: result.headers.get('location'), data: null, cookies };
  }
  if (typeof result === 'object' && result !== null && 'type' in result && 'data' in result) {
    const { init } = result as { init?: { status?: number } | null };
    return { status: init?.status ?? 200, location: null, data: result.data, cookies };
  }
  if (result instanceof Error) throw result;
  return { status: 200, location: null, data: result, cookies };
}

/** The `name=value` part of the Set-Cookie header that starts a session. */
export const cookieIn = (answer: Answer): string =>
  answer.cookies.find((one) => !one.includes('Max-Age=0'))?.split(';')[0] ?? '';

export const formKey = (): string =>
  Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url');
