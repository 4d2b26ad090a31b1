import { createHash, randomBytes } from 'node:crypto';
import { type Clock, toInstant } from '#app/domain/clock.ts';
import type { Stores } from '#db/stores/index.ts';

/** A browser that is signed in already: the cookie of a session put straight into the table. */
export async function signedIn(
  office: { clock: Clock; stores: Pick<Stores, 'sessions'> },
  audience: 'staff' | 'mypage',
  subjectId: string,
): Promise<string> {
  const id = randomBytes(32).toString('base64url');
  const now = toInstant(office.clock.now());
  await office.stores.sessions.insert({
    idHash: createHash('sha256').update(id).digest('hex'),
    audience,
    subjectId,
    data: {},
    createdAt: now,
    seenAt: now,
  });
  return `${audience}=${id}`;
}

/** What a browser without JavaScript does with the first form of a page: keeps its hidden values and posts it. */
export async function hiddenValues(page: string, cookie: string): Promise<URLSearchParams> {
  const html =
    /<main[\s\S]*<\/main>/.exec(await (await fetch(page, { headers: { cookie } })).text())?.[0] ?? '';
  const values = new URLSearchParams();
  for (const [input] of html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    const value = /value="([^"]*)"/.exec(input)?.[1];
    if (name) values.append(name, value ?? '');
  }
  return values;
}

/** Posts a form as the browser would, without following the redirect; throws when the connection breaks. */
export const post = (page: string, cookie: string, form: URLSearchParams): Promise<Response> =>
  fetch(page, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: new URL(page).origin, 'sec-fetch-site': 'same-origin' },
    body: form,
  });
