import { createHash } from 'node:crypto';
import type { Application } from '#app/composition.server.ts';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { errorAnswer } from './responses.ts';

/** One client address may fail as often as this many accounts (reliability.md §1.4: 100 in 15 minutes). */
const accountsPerAddress = 10;

/**
 * Failed sign-ins from one client address, whatever the accounts. (Failures of one account are counted by the sign-in
 * procedures.) Successes do not count: a whole company signs in from one address in the morning.
 */
export type FailureCounter = {
  /** Throws the 429 page when too many tries from this address have failed in the running window. */
  refuseIfTooMany(): Promise<void>;
  countFailure(): Promise<void>;
};

export function signInFailures(
  app: Application,
  clientAddress: string,
  now: Instant,
  today: CalendarDate,
): FailureCounter {
  const limit = (name: string): number => Number(app.rules.parameter('limits/account', name, today));
  const minutes = limit('loginWindowMinutes');
  const key = `sign-in-from:${createHash('sha256').update(clientAddress).digest('hex')}`;
  return {
    refuseIfTooMany: async () => {
      const failures = await app.read.throttles.read(key, now);
      if (failures >= accountsPerAddress * limit('loginFailures'))
        throw errorAnswer({ code: 'too-many', minutes });
    },
    countFailure: async () => {
      const windowEndsAt = new Date(Date.parse(now) + minutes * 60_000).toISOString();
      await app.write((stores) => stores.throttles.count(key, now, windowEndsAt));
    },
  };
}

/**
 * Counts a page of 求職情報検索 against the limit of the establishment (rules/limits/seeker-search.json), so that nobody
 * carries the profiles away. Throws the 429 page beyond it.
 */
export async function countSearch(
  app: Application,
  { establishmentId, accountId }: EmployerActor,
  now: Instant,
  today: CalendarDate,
): Promise<void> {
  const limit = (name: string): number => Number(app.rules.parameter('limits/seeker-search', name, today));
  const minutes = limit('windowMinutes');
  const windowEndsAt = new Date(Date.parse(now) + minutes * 60_000).toISOString();
  const pages = await app.write((stores) =>
    stores.throttles.count(`seekerSearch:${establishmentId ?? accountId}`, now, windowEndsAt),
  );
  if (pages > limit('pages')) throw errorAnswer({ code: 'too-many', minutes });
}
