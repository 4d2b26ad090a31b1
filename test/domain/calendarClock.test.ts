import { describe, expect, test } from 'vitest';
import { businessDate, frozenClock, steppingClock, toInstant } from '#app/domain/clock.ts';

describe('the business date', () => {
  test('is the day in Japan, where midnight comes at 15:00 UTC', () => {
    expect(businessDate(new Date('2026-11-24T14:59:59.999Z'))).toBe('2026-11-24');
    expect(businessDate(new Date('2026-11-24T15:00:00.000Z'))).toBe('2026-11-25');
    expect(businessDate(new Date('2026-12-31T15:00:00Z'))).toBe('2027-01-01');
  });
});

describe('a clock of the tests', () => {
  test('stands still when frozen', () => {
    const clock = frozenClock('2026-04-21T09:00+09:00');
    expect(toInstant(clock.now())).toBe('2026-04-21T00:00:00.000Z');
    clock.now().setFullYear(1999);
    expect(toInstant(clock.now())).toBe('2026-04-21T00:00:00.000Z');
  });

  test('moves on by one step at each reading when it steps', () => {
    const clock = steppingClock('2026-04-21T00:00:00Z', 500);
    expect([clock.now(), clock.now(), clock.now()].map(toInstant)).toEqual([
      '2026-04-21T00:00:00.000Z',
      '2026-04-21T00:00:00.500Z',
      '2026-04-21T00:00:01.000Z',
    ]);
  });

  test('refuses what is not a point in time', () => {
    expect(() => frozenClock('tomorrow')).toThrow(RangeError);
  });
});
