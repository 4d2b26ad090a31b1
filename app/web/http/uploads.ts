import type { Application } from '#app/composition.server.ts';
import { businessDate, toInstant } from '#app/domain/clock.ts';
import { findSession } from '../session.server.ts';
import { longestForm } from './body.ts';

/** Whose pages take pictures: the employer's own, and those of the counter; `.data` is how a script asks for them. */
const pages = [
  { audience: 'mypage', path: /^\/mypage\/images(?:\.data)?$/ },
  { audience: 'staff', path: /^\/staff\/images\/[0-9a-f-]{36}(?:\.data)?$/ },
] as const;

/**
 * Bytes a posted form may have: where pictures are registered, and only for somebody signed in, one picture more than
 * the rule allows, so that the one too many has its answer.
 */
export async function bodyLimit(app: Application, path: string, cookies: string | null): Promise<number> {
  const page = pages.find((one) => one.path.test(path));
  if (page === undefined) return longestForm;
  const now = app.clock.now();
  const found = await findSession(app, cookies, page.audience, toInstant(now));
  if (found.state !== 'live') return longestForm;
  const today = businessDate(now);
  const figure = (name: string) => Number(app.rules.parameter('eligibility/image-upload', name, today));
  return longestForm + (figure('maxFiles') + 1) * figure('maxBytes');
}

/** Large bodies that are in memory at once, each until its answer is out. */
export const mostLargeBodies = 3;

/** Places for large bodies; null when all are taken. */
export function largeBodyPlaces(places = mostLargeBodies): () => (() => void) | null {
  let free = places;
  return () => {
    if (free === 0) return null;
    free -= 1;
    let taken = true;
    return () => {
      if (taken) free += 1;
      taken = false;
    };
  };
}
