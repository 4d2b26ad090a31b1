import { describe, expect, test } from 'vitest';
import { SituationError } from '#rules/situation.ts';
import { rulesOf, shippedCatalogue } from './support.ts';

/** A posting in which there is nothing to check. */
const sound = {
  work_time: 'full',
  annual_holidays: 120,
  shift1_start: '08:30',
  shift1_end: '17:30',
  break_minutes: 60,
  variable_hours_system: 'none',
  duties_change_scope: '変更なし',
};

const judged = async (changes: object) =>
  (await shippedCatalogue()).decide('acceptance/posting', {
    asOf: '2026-11-24',
    posting: { ...sound, ...changes },
  });

describe('the checks of a posting', () => {
  test('find nothing in a sound one', async () => {
    expect((await judged({})).outcome).toBe('acceptable');
  });

  test('ask to confirm when there are warnings only', async () => {
    const verdict = await judged({ annual_holidays: 104 });
    expect(verdict.outcome).toBe('confirm');
    expect(verdict.reasons[0]).toMatchObject({
      rule: 'C08',
      severity: 'warning',
      fields: ['annual_holidays'],
    });
  });

  test('block on any error, and give warnings and errors in the order of the checks', async () => {
    const verdict = await judged({ annual_holidays: 104, break_minutes: 0, transfer_possible: 'yes' });
    expect(verdict.outcome).toBe('blocked');
    expect(rulesOf(verdict)).toEqual(['C06', 'C07', 'C08', 'C15']);
  });

  test('say nothing about what is not filled in yet, except what must be stated', async () => {
    const catalogue = await shippedCatalogue();
    const verdict = await catalogue.decide('acceptance/posting', { asOf: '2026-11-24', posting: {} });
    expect(rulesOf(verdict)).toEqual(['C14']);
  });

  test('take null for an empty field and do not mind fields of other checks', async () => {
    const verdict = await judged({
      overtime: null,
      age_min: null,
      job_title: '見本',
      insurances: ['employment'],
    });
    expect(verdict.outcome).toBe('acceptable');
  });

  test('keep no words of the posting among the facts', async () => {
    const verdict = await judged({ age_limit: 'limited', age_exception: 'f', age_reason: '見本 太郎の後任' });
    expect(JSON.stringify(verdict)).not.toContain('見本 太郎');
  });

  test('quote the provision and say what was read', async () => {
    const [reason] = (await judged({ shift1_start: '09:00', shift1_end: '16:00', break_minutes: 44 }))
      .reasons;
    expect(reason?.source.document).toBe('労働基準法 第34条第1項');
    expect(reason?.message).toContain('(労働時間：376分、休憩：44分)');
  });
});

describe('working time', () => {
  test.each([
    ['a night shift past midnight', { shift1_start: '22:00', shift1_end: '07:00' }, []],
    ['a night shift of sixteen hours', { shift1_start: '16:30', shift1_end: '09:30' }, ['C06']],
    ['the same time twice, which is a whole day', { shift1_start: '08:00', shift1_end: '08:00' }, ['C06']],
    ['the longest of three shifts', { shift3_start: '08:00', shift3_end: '17:30' }, ['C06']],
    ['a shift without its end', { shift1_end: null, break_minutes: 0 }, []],
    ['no break filled in yet', { break_minutes: null }, []],
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
  ])('%j', async (changes, message) => {
    const error: unknown = await judged(changes).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(SituationError);
    expect(String(error)).toContain(message);
  });

  test('rules are of their time: before April 2024 there is no version', async () => {
    const catalogue = await shippedCatalogue();
    await expect(
      catalogue.decide('acceptance/posting', { asOf: '2024-03-31', posting: sound }),
    ).rejects.toThrow('asOf: no version of acceptance/posting is in force on 2024-03-31');
  });
});
