import { describe, expect, test } from 'vitest';
import { SituationError } from '#rules/situation.ts';
import { decidePosting, rulesOf, shippedCatalogue, soundPosting } from './support.ts';

const judged = (changes: object) => decidePosting({ ...soundPosting, ...changes });

describe('the checks of a posting', () => {
  test('find nothing in a sound one', async () => {
    expect((await judged({})).outcome).toBe('acceptable');
  });

  test('take the fields beside the day as they take them around it', async () => {
    const catalogue = await shippedCatalogue();
    const flat = await catalogue.decide('acceptance/posting', {
      asOf: '2026-06-01',
      ...soundPosting,
      break_minutes: 59,
    });
    expect(flat).toEqual(await judged({ break_minutes: 59 }));
    expect(rulesOf(flat)).toEqual(['C06', 'C07']);
  });

  test('ask to confirm when there are warnings only', async () => {
    const verdict = await judged({ annual_holidays: 104, avg_work_days_month: 21.7 });
    expect(verdict.outcome).toBe('confirm');
    expect(verdict.reasons[0]).toMatchObject({
      rule: 'C08',
      severity: 'warning',
      fields: ['annual_holidays'],
    });
  });

  test('block on any error, and give warnings and errors in the order of the checks', async () => {
    const verdict = await judged({
      annual_holidays: 104,
      avg_work_days_month: 21.7,
      break_minutes: 0,
      transfer_possible: 'yes',
    });
    expect(verdict.outcome).toBe('blocked');
    expect(rulesOf(verdict)).toEqual(['C02-converted', 'C06', 'C07', 'C08', 'C15']);
  });

  test('name what must be stated and is not, screen by screen', async () => {
    const verdict = await decidePosting({ job_title: '一般事務' });
    expect(rulesOf(verdict)).toEqual(['C01', 'C01-pay', 'C01-hours', 'C01-insurance', 'C13', 'C14']);
    expect(verdict.reasons[0]?.message).toBe(
      '明示が必要な項目のうち、まだ入力されていないものがあります：仕事の内容、雇用形態、雇用期間、就業場所、転勤の可能性、試用期間。「仕事内容」の画面で入力してください。',
    );
    expect(verdict.reasons[0]?.source.quote).toBe('第五条の三第二項の規定による明示が行われない求人の申込み');
  });

  test('take null for an empty field and do not mind fields of other checks', async () => {
    const verdict = await judged({ age_min: null, overtime_monthly_hours: null, employer_message: '見本' });
    expect(verdict.outcome).toBe('acceptable');
  });

  test('keep no words of the posting among the facts', async () => {
    const verdict = await judged({
      age_limit: 'limited',
      age_exception: 'f',
      age_reason: '見本 太郎の後任',
      workplace_note: '見本 花子が案内',
    });
    expect(JSON.stringify(verdict)).not.toMatch(/見本 (?:太郎|花子)/);
  });

  test('quote the provision and say what was read', async () => {
    const [reason] = (await judged({ shift1_start: '09:00', shift1_end: '16:00', break_minutes: 44 }))
      .reasons;
    expect(reason?.source.document).toBe('労働基準法 第34条第1項');
    expect(reason?.message).toContain('（労働時間：6時間16分、休憩：44分）');
  });

  test('say minutes in hours, and what cannot be counted without a unit', async () => {
    const { reasons } = await judged({ shift1_start: '09:00', shift1_end: '19:00' });
    expect(reasons.find(({ rule }) => rule === 'C06')?.message).toContain(
      '1日8時間または週40時間を超えています（1日：9時間、週：計算できない）',
    );
  });
});

describe('working time', () => {
  test.each([
    ['a night shift past midnight', { shift1_start: '22:00', shift1_end: '07:00' }, []],
    [
      'a night shift of sixteen hours',
      { shift1_start: '16:30', shift1_end: '09:30', base_pay_min: 500_000, base_pay_max: 500_000 },
      ['C06', 'C08'],
    ],
    [
      'the same time twice, which is a whole day',
      { shift1_start: '08:00', shift1_end: '08:00', base_pay_min: 600_000, base_pay_max: 600_000 },
      ['C06', 'C08'],
    ],
    ['the longest of three shifts', { shift3_start: '08:00', shift3_end: '17:30' }, ['C06', 'C08']],
    ['a shift without its end', { shift1_end: null, break_minutes: 0 }, ['C01-hours']],
    ['no break filled in yet', { break_minutes: null }, ['C01-hours']],
  ])('%s', async (_, changes, rules) => {
    expect(rulesOf(await judged(changes))).toEqual(rules);
  });
});

describe('a posting that cannot be read', () => {
  test.each([
    [
      { shift1_start: '25:00' },
      'posting.shift1_start: must be a time HH:MM from 00:00 to 23:59 (read: "25:00")',
    ],
    [{ break_minutes: '45' }, 'posting.break_minutes: must be integer or null (read: "45")'],
    [{ overtime: 'maybe' }, 'posting.overtime: must be one of yes, no, null (read: "maybe")'],
    [{ workplace_prefecture: '48' }, 'posting.workplace_prefecture: must match pattern'],
    [
      { avg_work_days_month: 20.25 },
      'posting.avg_work_days_month: must have at most one decimal place (read: 20.25)',
    ],
  ])('%j', async (changes, message) => {
    const error: unknown = await judged(changes).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(SituationError);
    expect(String(error)).toContain(message);
  });

  test.each([
    [{ minimumWages: [{ prefecture: '11', yen: '1141', from: '2025-11-01' }] }, 'minimumWages[0].yen'],
    [{ establishment: { refusalPeriods: [{ ground: 'repeated_violation' }] } }, 'refusalPeriods[0]'],
    [{ others: [{ job_title: '見本' }] }, 'others[0]'],
    [{ duplicates: 1 }, 'duplicates: is not a known field'],
    [{ asOf: '0001-01-01' }, 'asOf: must be from 1900-01-01 to 2999-12-31'],
    [{ asOf: '9999-12-31' }, 'asOf: must be from 1900-01-01 to 2999-12-31'],
  ])('what stands beside it: %j', async (beside, message) => {
    await expect(decidePosting(soundPosting, beside)).rejects.toThrow(message);
  });

  test('rules are of their time: before April 2024 there is no version', async () => {
    await expect(decidePosting(soundPosting, { asOf: '2024-03-31' })).rejects.toThrow(
      'asOf: no version of acceptance/posting is in force on 2024-03-31',
    );
  });
});
