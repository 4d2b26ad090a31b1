import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#app/domain/calendar.ts';
import type { MinimumWage } from '#app/domain/minimumWage.ts';
import { prefectures } from '#app/forms/prefectures.ts';
import { prefectureNames, revisionBegun, shippedMinimumWages } from '#rules/minimumWages.ts';
import { decidePosting, hourlyPosting, rulesOf, shippedCatalogue, soundPosting } from './support.ts';

const codes = prefectures.map(({ value }) => value);
const newest = (prefecture: string): MinimumWage => {
  const found = shippedMinimumWages.filter((wage) => wage.prefecture === prefecture).at(-1);
  if (!found) throw new Error(`no wage of ${prefecture}`);
  return found;
};

const hourly = async (
  base_pay_min: number,
  workplace_prefecture: string,
  asOf: string,
  beside: object = {},
): Promise<readonly string[]> =>
  rulesOf(
    await decidePosting(
      { ...hourlyPosting, base_pay_min, base_pay_max: 9_999, workplace_prefecture },
      { asOf, ...beside },
    ),
  );

describe('the minimum wages the product ships', () => {
  test('are those of all 47 prefectures, by the names of the form', () => {
    expect(prefectureNames).toEqual(
      Object.fromEntries(prefectures.map(({ value, label }) => [value, label])),
    );
    expect(shippedMinimumWages).toHaveLength(2 * 47);
  });

  test.each([
    ['東京都', '13', '2025-10-03', 1226],
    ['神奈川県', '14', '2025-10-04', 1225],
    ['大阪府', '27', '2025-10-16', 1177],
    ['秋田県', '05', '2026-03-31', 1031],
    ['群馬県', '10', '2026-03-01', 1063],
    ['高知県', '39', '2025-12-01', 1023],
    ['宮崎県', '45', '2025-11-16', 1023],
    ['沖縄県', '47', '2025-12-01', 1023],
  ])('in %s (%s) from %s: %d yen', (_, prefecture, from, yen) => {
    expect(newest(prefecture)).toEqual({ prefecture, from, yen });
  });

  test('run from 1,023 to 1,226 yen', () => {
    const amounts = codes.map((code) => newest(code).yen);
    expect(Math.min(...amounts)).toBe(1023);
    expect(Math.max(...amounts)).toBe(1226);
  });
});

describe('pay for an hour', () => {
  test.each(codes)(
    'in prefecture %s is enough from the amount on, on the day it comes into force',
    async (code) => {
      const { yen, from } = newest(code);
      expect(await hourly(yen - 1, code, from)).toEqual(['C02']);
      expect(await hourly(yen, code, from)).toEqual([]);
      const before = shippedMinimumWages.find(({ prefecture }) => prefecture === code)?.yen ?? 0;
      expect(await hourly(before - 1, code, addDays(from, -1))).toContain('C02');
      expect(await hourly(before, code, addDays(from, -1))).not.toContain('C02');
    },
  );

  test('is told with the amounts that were compared', async () => {
    const [reason] = (await decidePosting({ ...hourlyPosting, base_pay_min: 1140 })).reasons;
    expect(reason?.message).toContain(
      '1時間当たりの賃金1,140円が、2026年6月1日の埼玉県の最低賃金1,141円を下回っています。1,141円以上にしてください。',
    );
    expect(reason?.source.document).toBe('最低賃金法 第4条第1項');
    expect(reason?.fields).toEqual(['base_pay_min', 'workplace_prefecture']);
  });

  test('counts no allowance of attendance, commuting or family, and no premium', async () => {
    for (const name of ['精皆勤手当', '通勤手当', '家族手当', '扶養手当', '固定残業手当', '深夜手当']) {
      const verdict = await decidePosting({
        ...hourlyPosting,
        base_pay_min: 1_000,
        fixed_allowance3_name: name,
        fixed_allowance3_amount: 500,
      });
      expect([name, rulesOf(verdict)]).toEqual([name, ['C02']]);
    }
  });
});

describe('pay converted to an hour', () => {
  /** The pay of a month divided by its hours, in fractions of whole numbers. */
  const isEnough = (pay: number, tenthsOfDays: number, minutesADay: number, wage: number): boolean =>
    BigInt(pay) * 10n * 60n >= BigInt(wage) * BigInt(tenthsOfDays) * BigInt(minutesADay);

  test('is enough exactly when the whole month is, for any pay, days and hours', async () => {
    const { yen } = newest('11');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 100, max: 260 }),
        fc.integer({ min: 60, max: 600 }),
        fc.integer({ min: -2, max: 2 }),
        async (tenthsOfDays, minutesADay, offset) => {
          const edge = Math.ceil((yen * tenthsOfDays * minutesADay) / 600);
          const base_pay_min = edge + offset;
          const end = 9 * 60 + minutesADay;
          const verdict = await decidePosting({
            ...soundPosting,
            base_pay_min,
            base_pay_max: 99_999_999,
            avg_work_days_month: tenthsOfDays / 10,
            shift1_start: '09:00',
            shift1_end: `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`,
            break_minutes: 0,
          });
          expect(rulesOf(verdict).includes('C02-converted')).toBe(
            !isEnough(base_pay_min, tenthsOfDays, minutesADay, yen),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test('says how it was converted', async () => {
    const [reason] = (await decidePosting({ ...soundPosting, base_pay_min: 187_123 })).reasons;
    expect(reason).toMatchObject({ rule: 'C02-converted', severity: 'error' });
    expect(reason?.message).toContain('月額187,123円を労働時間で割ると、1時間当たり1,140円です。');
  });

  test('is not judged while its hours are not known', async () => {
    const verdict = await decidePosting({ ...soundPosting, base_pay_min: 1_000, break_minutes: null });
    expect(rulesOf(verdict)).toEqual(['C01-hours']);
  });
});

describe('wages that are entered later', () => {
  const entered = (from: string, yen: number) => ({
    minimumWages: [newest('11'), { prefecture: '11', from, yen }],
  });

  test('hold from their day on, and are announced while the posting would still be valid', async () => {
    const later = entered('2026-10-05', 1_200);
    expect(await hourly(1_141, '11', '2026-07-31', later)).toEqual([]);
    expect(await hourly(1_141, '11', '2026-08-01', later)).toEqual(['C03']);
    expect(await hourly(1_141, '11', '2026-10-04', later)).toEqual(['C03']);
    expect(await hourly(1_141, '11', '2026-10-05', later)).toEqual(['C02']);
    expect(await hourly(1_200, '11', '2026-10-05', later)).toEqual([]);
  });

  test('are missed from the first day of the yearly revision on, until one of the prefecture is entered', async () => {
    expect(await hourly(1_400, '11', '2026-09-30')).toEqual([]);
    expect(await hourly(1_400, '11', '2026-10-01')).toEqual(['C02-rates']);
    expect(await hourly(1_400, '05', '2026-10-01')).toEqual(['C02-rates']);
    expect(await hourly(1_400, '11', '2026-10-01', entered('2026-11-01', 1_200))).toEqual([]);
    expect(await hourly(1_400, '11', '2027-10-01', entered('2026-11-01', 1_200))).toEqual(['C02-rates']);
  });

  test('that are missed are no fault of the posting: the reason is about no field', async () => {
    const [reason] = (await decidePosting(hourlyPosting, { asOf: '2026-11-24' })).reasons;
    expect(reason).toMatchObject({ rule: 'C02-rates', severity: 'warning' });
    expect(reason?.fields).toBeUndefined();
    expect(reason?.message).toContain(
      '埼玉県の、2026年10月1日以降に発効する新しい最低賃金は、まだ登録されていません。2025年11月1日に発効した額までで比べています。',
    );
  });

  test.each([
    ['2026-09-30', '2025-10-01'],
    ['2026-10-01', '2026-10-01'],
    ['2027-01-01', '2026-10-01'],
  ])('the revision that counts on %s began on %s', (day, first) => {
    expect(revisionBegun(day)).toBe(first);
  });
});

test('a posting is looked at for as long as the limits say it is valid', async () => {
  const months = (await shippedCatalogue()).parameter('limits/posting', 'validityMonthsAfter', '2026-06-01');
  expect(months).toBe(2);
  const starts = (from: string) => ({ minimumWages: [newest('11'), { prefecture: '11', from, yen: 1_500 }] });
  expect(await hourly(1_400, '11', '2026-06-30', starts('2026-08-31'))).toEqual(['C03']);
  expect(await hourly(1_400, '11', '2026-06-30', starts('2026-09-01'))).toEqual([]);
});
