import { describe, expect, test } from 'vitest';
import { SituationError } from '#rules/situation.ts';
import { applied, ordinary, shippedCatalogue } from './support.ts';

const refusal = async (situation: unknown): Promise<string> => {
  const catalogue = await shippedCatalogue();
  const error: unknown = await catalogue
    .decide('eligibility/visit-required', situation)
    .catch((e: unknown) => e);
  if (!(error instanceof SituationError)) throw new Error(`not refused: ${JSON.stringify(error)}`);
  return error.message;
};

const posting = (changes: object) => ({ ...ordinary, posting: { ...ordinary.posting, ...changes } });
const without = (name: keyof typeof ordinary) =>
  Object.fromEntries(Object.entries(ordinary).filter(([key]) => key !== name));

describe('a situation is refused with the name of the field', () => {
  test.each<[string, unknown, string]>([
    [
      'an unknown channel',
      posting({ via: 'fax' }),
      'posting.via: must be one of mypage, counter (read: "fax")',
    ],
    ['an unknown kind', posting({ kinds: ['trail'] }), 'posting.kinds[0]: must be one of general, '],
    ['no kind at all', posting({ kinds: [] }), 'posting.kinds: '],
    ['the same kind twice', posting({ kinds: ['trial', 'trial'] }), 'posting.kinds: '],
    ['a text for a list', posting({ kinds: 'general' }), 'posting.kinds: must be array (read: "general")'],
    ['a text for a yes or no', { ...ordinary, officeDemand: 'false' }, 'officeDemand: must be boolean'],
    ['a missing date', without('asOf'), 'asOf: is missing'],
    ['a missing history', without('history'), 'history: is missing'],
    [
      'a day that does not exist',
      { ...ordinary, asOf: '2026-02-29' },
      'asOf: must be an existing date YYYY-MM-DD',
    ],
    [
      'a time instead of a day',
      { ...ordinary, asOf: '2026-11-24T09:00:00Z' },
      'asOf: must be an existing date',
    ],
    ['a year as a number', { ...ordinary, asOf: 2026 }, 'asOf: must be string (read: 2026)'],
    ['null for a part', { ...ordinary, account: null }, 'account: must be object (read: null)'],
    ['an unknown field', { ...ordinary, extra: 1 }, 'extra: is not a known field'],
    ['a misspelt field inside', posting({ contrct: 'direct' }), 'posting.contrct: is not a known field'],
    ['a list for the whole', [ordinary], 'situation: must be object'],
    ['nothing', null, 'situation: must be object (read: null)'],
    [
      'a history that lacks a field',
      { ...ordinary, history: [{ appliedOn: '2026-10-01' }] },
      'history[0].via: is missing',
    ],
    [
      'a history later than the day of judgement',
      { ...ordinary, history: [applied('2026-11-24'), applied('2026-11-25')] },
      'history[1].appliedOn: must not be later than asOf 2026-11-24 (read: "2026-11-25")',
    ],
    [
      'a day both opened and closed',
      { ...ordinary, officeCalendar: { extraOpen: ['2026-11-28'], extraClosed: ['2026-11-28'] } },
      'officeCalendar.extraOpen[0]: is also in extraClosed',
    ],
    [
      'an impossible day in the calendar',
      { ...ordinary, officeCalendar: { extraOpen: [], extraClosed: ['2026-11-31'] } },
      'officeCalendar.extraClosed[0]: must be an existing date',
    ],
    ['a day before the rules', { ...ordinary, asOf: '2019-12-31', history: [] }, 'asOf: no version of'],
  ])('%s', async (_, situation, message) => {
    expect(await refusal(situation)).toContain(message);
  });

  test('a prototype smuggled in as a field', async () => {
    const situation: unknown = JSON.parse(
      `{"__proto__": {"officeDemand": true}, ${JSON.stringify(ordinary).slice(1)}`,
    );
    expect(await refusal(situation)).toBe('__proto__: is not a known field');
  });

  test('a due date beyond the years whose holidays are known', async () => {
    const message = await refusal({ ...ordinary, asOf: '2050-12-20', history: [] });
    expect(message).toContain('asOf: the holiday table covers 1970 to 2050, not 2051-01-03');
  });

  test('an office that does not open once in the fortnight', async () => {
    const extraClosed = Array.from(
      { length: 15 },
      (_, index) => `2026-12-${String(index + 1).padStart(2, '0')}`,
    );
    const message = await refusal({
      ...ordinary,
      asOf: '2026-12-01',
      history: [],
      officeCalendar: { extraOpen: [], extraClosed },
    });
    expect(message).toBe('officeCalendar.extraClosed: leaves no open day from 2026-12-01 to 2026-12-15');
  });

  test('a history without end is refused at once', async () => {
    const history = Array.from({ length: 100_001 }, () => applied('2026-10-01'));
    expect(await refusal({ ...ordinary, history })).toContain(
      'history: must NOT have more than 100000 items',
    );
  });
});
