import { createHash } from 'node:crypto';
import { done, type Outcome, refuse } from '#app/domain/refusal.ts';
import type { PreparationContext } from './procedure.ts';

/** What is counted separately; names and addresses are personal, so the key holds their hash. */
export const throttleKey = (
  what: 'login:staff' | 'login:mypage' | 'keyMail' | 'keyMailDay' | 'keyGuess' | 'invite',
  address: string,
): string => `${what}:${createHash('sha256').update(address).digest('hex')}`;

/** The instant so many milliseconds later. */
export const later = (now: string, milliseconds: number): string =>
  new Date(Date.parse(now) + milliseconds).toISOString();

export const dayMs = 86_400_000;

/**
 * Counts a try to sign in under this name, known or not, and refuses it beyond the limit of rules/limits/account.
 * A success takes the count away again, so what is counted is failures on end.
 */
export async function countTry(
  { stores, rules, now, today }: PreparationContext,
  key: string,
): Promise<Outcome<undefined>> {
  const limit = (name: string): number => Number(rules.parameter('limits/account', name, today));
  const minutes = limit('loginWindowMinutes');
  const tries = await stores.throttles.count(key, now, later(now, minutes * 60_000));
  return tries > limit('loginFailures')
    ? refuse('sign-in-throttled', { params: { minutes } })
    : done(undefined);
}

/** One mail a minute and five a day for each address (rules/limits/account.json), known or not. */
export async function throttleMails(
  { stores, rules, now, today }: PreparationContext,
  address: string,
): Promise<Outcome<undefined>> {
  const limit = (name: string): number => Number(rules.parameter('limits/account', name, today));
  const seconds = limit('keyMailIntervalSeconds');
  const thisMinute = await stores.throttles.count(
    throttleKey('keyMail', address),
    now,
    later(now, seconds * 1_000),
  );
  if (thisMinute > 1) return refuse('key-mail-too-soon', { params: { seconds } });
  const perDay = limit('keyMailsPerDay');
  const thisDay = await stores.throttles.count(throttleKey('keyMailDay', address), now, later(now, dayMs));
  if (thisDay > perDay) return refuse('key-mail-too-many', { params: { count: perDay } });
  return done(undefined);
}

/** Counts a guess of a key under that address and refuses it beyond the limit; a newer key starts no new count. */
export async function countGuess(
  { stores, rules, now, today }: PreparationContext,
  address: string,
): Promise<Outcome<undefined>> {
  const count = Number(rules.parameter('limits/account', 'keyGuesses', today));
  const tries = await stores.throttles.count(throttleKey('keyGuess', address), now, later(now, dayMs));
  return tries > count ? refuse('key-guessed-too-often', { params: { count } }) : done(undefined);
}
