import type { Application } from '#app/composition.server.ts';
import { businessDate, toInstant } from '#app/domain/clock.ts';
import { findSession } from '../session.server.ts';
import { longestForm } from './body.ts';

/** One picture more than the rule allows, so that the one too many has its answer. */
const pictureBytes = (app: Application): number => {
  const today = businessDate(app.clock.now());
  const figure = (name: string) => Number(app.rules.parameter('eligibility/image-upload', name, today));
  return longestForm + (figure('maxFiles') + 1) * figure('maxBytes');
};

/** The text of a rule file, or every value of one, as a form sends it. */
const ruleTextBytes = (): number => 1_048_576;

/** Pages whose forms are longer; `.data` is how a script asks for them. */
const pages = [
  { audience: 'mypage', path: /^\/mypage\/images(?:\.data)?$/, bytes: pictureBytes },
  { audience: 'staff', path: /^\/staff\/images\/[0-9a-f-]{36}(?:\.data)?$/, bytes: pictureBytes },
  {
    audience: 'staff',
    path: /^\/staff\/rules\/changes\/[0-9a-f-]{36}\/(?:edit|text)(?:\.data)?$/,
    bytes: ruleTextBytes,
  },
] as const;

/** Bytes a posted form may have: more only on the pages that need it, and only for somebody signed in. */
export async function bodyLimit(app: Application, path: string, cookies: string | null): Promise<number> {
  const page = pages.find((one) => one.path.test(path));
  if (page === undefined) return longestForm;
  const found = await findSession(app, cookies, page.audience, toInstant(app.clock.now()));
  return found.state === 'live' ? page.bytes(app) : longestForm;
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
