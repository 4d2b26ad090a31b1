import { createHash, randomBytes } from 'node:crypto';
import type { Application, Audience, Session } from '#app/composition.server.ts';
import { businessDate, type Instant } from '#app/domain/clock.ts';
import { errorFields, log } from './log.server.ts';

/**
 * Sessions live on the server: the browser holds 256 random bits, the table their SHA-256. Nothing is read from the
 * cookie but the id, so role and state are those of this request; an id we did not issue is never adopted.
 */

const limits = {
  staff: { idle: 'staffIdleMinutes', total: 'staffAbsoluteHours' },
  mypage: { idle: 'employerIdleMinutes', total: 'employerAbsoluteHours' },
  start: { idle: 'employerIdleMinutes', total: 'employerAbsoluteHours' },
} as const satisfies Record<Audience, { idle: string; total: string }>;

/** `seen_at` is written at most this often, so that reading a page is not a write. */
const touchAfterMs = 60_000;

const isHttps = (app: Application): boolean => app.env.origin.startsWith('https:');

/** `__Host-` binds the cookie to this host and to https; over plain http browsers refuse the prefix. */
export const cookieName = (audience: Audience, https: boolean): string =>
  https ? `__Host-${audience}` : audience;

const setCookie = (app: Application, audience: Audience, value: string, extra = ''): string =>
  `${cookieName(audience, isHttps(app))}=${value}; Path=/; HttpOnly; SameSite=Lax${isHttps(app) ? '; Secure' : ''}${extra}`;

const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex');

/** The session id in the Cookie header, hashed; null when there is none that could be ours. */
function idHashIn(app: Application, cookies: string | null, audience: Audience): string | null {
  const prefix = `${cookieName(audience, isHttps(app))}=`;
  const pair = (cookies ?? '').split(/; */).find((one) => one.startsWith(prefix));
  const id = pair?.slice(prefix.length) ?? '';
  return /^[A-Za-z0-9_-]{43}$/.test(id) ? hashOf(id) : null;
}

export type FoundSession = { state: 'none' } | { state: 'expired' } | { state: 'live'; session: Session };

/** The session of this request. One that was idle or open for too long is removed and reported as expired. */
export async function findSession(
  app: Application,
  cookies: string | null,
  audience: Audience,
  now: Instant,
): Promise<FoundSession> {
  const idHash = idHashIn(app, cookies, audience);
  const session = idHash === null ? undefined : await app.read.sessions.find(idHash, audience);
  if (session === undefined) return { state: 'none' };

  const limit = (name: string): number =>
    Number(app.rules.parameter('limits/account', name, businessDate(new Date(now))));
  const idleMs = Date.parse(now) - Date.parse(session.seenAt);
  const openMs = Date.parse(now) - Date.parse(session.createdAt);
  const names = limits[audience];
  if (idleMs >= limit(names.idle) * 60_000 || openMs >= limit(names.total) * 3_600_000) {
    await app.write((stores) => stores.sessions.remove(session.idHash));
    return { state: 'expired' };
  }
  if (idleMs >= touchAfterMs) await touch(app, session, now);
  return { state: 'live', session };
}

/** A database that cannot write right now does not stop anybody from reading. */
async function touch(app: Application, session: Session, now: Instant): Promise<void> {
  try {
    await app.write((stores) => stores.sessions.touch(session.idHash, now));
  } catch (error) {
    log('warn', 'session-not-touched', { error: errorFields(error) });
  }
}

/** A session with a new id; the one the browser came with ends, so that a planted id is worth nothing. */
export async function beginSession(
  app: Application,
  request: { cookies: string | null; now: Instant; answer: Headers },
  begin: { audience: Audience; subjectId: string | null; data?: Readonly<Record<string, string>> },
): Promise<void> {
  const { cookies, now, answer } = request;
  const { audience, subjectId, data = {} } = begin;
  const id = randomBytes(32).toString('base64url');
  const former = idHashIn(app, cookies, audience);
  await app.write(async (stores) => {
    if (former !== null) await stores.sessions.remove(former);
    await stores.sessions.insert({
      idHash: hashOf(id),
      audience,
      subjectId,
      data,
      createdAt: now,
      seenAt: now,
    });
  });
  answer.append('Set-Cookie', setCookie(app, audience, id));
}

/** Takes the cookie out of the browser; the row goes with the procedure that ends the session. */
export function forgetCookie(app: Application, answer: Headers, audience: Audience): void {
  answer.append('Set-Cookie', setCookie(app, audience, '', '; Max-Age=0'));
}
