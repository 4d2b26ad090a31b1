import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, lastDayOfPeriod } from '#app/domain/calendar.ts';
import { type RefusalPeriod, refusalPeriodGrounds } from '#app/domain/refusalPeriod.ts';
import { decidePosting, rulesOf, soundPosting } from './support.ts';

const asOf = '2026-06-01';

describe('a period in which no posting is accepted', () => {
  /** The last day by the Civil Code: the period counted forwards from the day after; null while nothing is corrected. */
  const lastDay = ({ ground, correctedOn, sentOrPublishedOn }: RefusalPeriod): CalendarDate | null => {
    if (correctedOn === null) return null;
    const corrected = lastDayOfPeriod(correctedOn, { count: 6, unit: 'months' });
    if (ground !== 'sent_to_prosecutors' || sentOrPublishedOn === null) return corrected;
    const sent = lastDayOfPeriod(sentOrPublishedOn, { count: 1, unit: 'years' });
    return sent > corrected ? sent : corrected;
  };

  const judged = async (period: RefusalPeriod, day: CalendarDate): Promise<readonly string[]> =>
    rulesOf(await decidePosting(soundPosting, { asOf: day, establishment: { refusalPeriods: [period] } }));

  test('ends with its last day, whenever the violation was corrected and the case was sent', async () => {
    const day = (from: string, days: number) =>
      fc.integer({ min: 0, max: days }).map((n) => addDays(from, n));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...refusalPeriodGrounds),
        day('2024-11-01', 400),
        day('2024-11-01', 500),
        async (ground, sentOrPublishedOn, correctedOn) => {
          const period = { ground, from: '2024-11-01', correctedOn, sentOrPublishedOn };
          const last = lastDay(period) ?? '';
          expect(await judged(period, last)).toContain('C23');
          expect(await judged(period, addDays(last, 1))).not.toContain('C23');
        },
      ),
      { numRuns: 60 },
    );
  });

  test('has no end while the violation is not corrected', async () => {
    const period: RefusalPeriod = {
      ground: 'sent_to_prosecutors',
      from: '2024-11-01',
      correctedOn: null,
      sentOrPublishedOn: '2024-11-01',
    };
    expect(await judged(period, '2026-09-30')).toEqual(['C23']);
    expect(await judged({ ...period, correctedOn: '2026-10-01' }, '2026-09-30')).toEqual(['C23']);
  });

  test('counts for nothing before it begins', async () => {
    const period: RefusalPeriod = {
      ground: 'repeated_violation',
      from: '2026-06-02',
      correctedOn: null,
      sentOrPublishedOn: null,
    };
    expect(await judged(period, asOf)).toEqual([]);
    expect(await judged(period, '2026-06-02')).toEqual(['C23']);
  });

  test('says since when, and is about no field of the posting', async () => {
    const refusalPeriods = [
      {
        ground: 'repeated_violation',
        from: '2026-01-10',
        correctedOn: '2026-03-05',
        sentOrPublishedOn: null,
      },
      {
        ground: 'sent_to_prosecutors',
        from: '2026-02-01',
        correctedOn: null,
        sentOrPublishedOn: '2026-02-01',
      },
    ];
    const [reason] = (await decidePosting(soundPosting, { establishment: { refusalPeriods } })).reasons;
    expect(reason?.message).toContain(
      '（是正されていない違反：1件、直近の是正日：2026年3月5日、直近の送検日：2026年2月1日）',
    );
    expect(reason?.fields).toBeUndefined();
  });
});

describe('another posting of the establishment', () => {
  const same = {
    job_title: '一般事務',
    workplace_prefecture: '11',
    workplace_city: '見本市',
    workplace_street: '見本町1',
    employment_form: 'regular',
    work_time: 'full',
  };
  const judged = async (others: readonly object[], changes: object = {}) =>
    decidePosting({ ...soundPosting, ...changes }, { others });

  test('with the same occupation, workplace, form and hours is a duplicate', async () => {
    const verdict = await judged([same, same]);
    expect(verdict.outcome).toBe('confirm');
    expect(verdict.reasons[0]?.message).toContain('2件あります');
  });

  test.each(Object.keys(same))('with another %s is not', async (field) => {
    expect(rulesOf(await judged([{ ...same, [field]: '別の値' }]))).toEqual([]);
    expect(rulesOf(await judged([{ ...same, [field]: null }]))).toEqual([]);
  });

  test('of any kind is none while the occupation is not filled in', async () => {
    expect(rulesOf(await judged([{ ...same, job_title: null }], { job_title: null }))).toEqual(['C01']);
  });

  test('leaves none of its words in the verdict', async () => {
    expect(JSON.stringify(await judged([same]))).not.toContain('見本町');
  });
});
