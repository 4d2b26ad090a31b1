import type { Clock } from '#app/domain/clock.ts';

/** A clock that stands still until the test moves it. */
export type MovableClock = Clock & { forward(milliseconds: number): void; instant(laterMs?: number): string };

export const seconds = (count: number): number => count * 1_000;
export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => count * 3_600_000;

export function movableClock(at = '2026-11-24T09:00+09:00'): MovableClock {
  let millis = Date.parse(at);
  return {
    now: () => new Date(millis),
    forward: (milliseconds) => {
      millis += milliseconds;
    },
    instant: (laterMs = 0) => new Date(millis + laterMs).toISOString(),
  };
}
