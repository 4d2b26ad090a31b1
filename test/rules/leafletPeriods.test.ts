import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, lastDayOfPeriod } from '#app/domain/calendar.ts';
import type { RuleSetId } from '#rules/ruleset.ts';
import { rulesOf, shippedCatalogue } from './support.ts';

const decide = async (ruleSet: RuleSetId, situation: object) =>
  (await shippedCatalogue()).decide(ruleSet, situation);

const outcomeOf = async (ruleSet: RuleSetId, situation: object): Promise<string> =>
  (await decide(ruleSet, situation)).outcome;

/** What the rule set says on the last day of a period, and on the day after. */
const turnOf = async (
  lastDay: CalendarDate,
  outcomeOn: (asOf: CalendarDate) => Promise<string>,
): Promise<{ last: string; next: string }> => ({
  last: await outcomeOn(lastDay),
  next: await outcomeOn(addDays(lastDay, 1)),
});

/** Month ends, both sides of a leap day, New Year, and an ordinary day. */
const events: readonly CalendarDate[] = [
  '2023-02-28',
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2025-01-31',
  '2025-02-28',
  '2025-03-31',
  '2025-12-31',
  '2026-01-01',
  '2026-08-30',
];

describe('a period of the leaflet ends with its last day (民法140条・141条・143条), and acts on the next', () => {
  test.each(events)('メッセージ sent on %s is kept for a year', async (sentOn) => {
    const lastDay = lastDayOfPeriod(sentOn, { count: 1, unit: 'years' });
    const turn = await turnOf(lastDay, (asOf) => outcomeOf('retention/message', { asOf, sentOn }));
    expect(turn).toEqual({ last: 'keep', next: 'erase' });
  });

  test.each(events)('退会 on %s is followed by 31 days', async (withdrawnOn) => {
    const turn = await turnOf(addDays(withdrawnOn, 31), (asOf) =>
      outcomeOf('retention/account', {
        asOf,
        validPostings: 0,
        applicationsAfterLastInvalid: 0,
        withdrawnOn,
        lastInvalidOn: null,
      }),
    );
    expect(turn).toEqual({ last: 'keep', next: 'erase' });
  });

  test.each(events)('求人無効日 %s is followed by five years', async (lastInvalidOn) => {
    const lastDay = lastDayOfPeriod(lastInvalidOn, { count: 5, unit: 'years' });
    const turn = await turnOf(lastDay, (asOf) =>
      outcomeOf('retention/account', {
        asOf,
        validPostings: 0,
        applicationsAfterLastInvalid: 0,
        withdrawnOn: null,
        lastInvalidOn,
      }),
    );
    expect(turn).toEqual({ last: 'keep', next: 'erase' });
  });

  test.each(events)('a referral of %s is told about after two weeks', async (referredOn) => {
    const turn = await turnOf(addDays(referredOn, 14), (asOf) =>
      outcomeOf('notice/missing-result', { asOf, referredOn, resultRegistered: false, noticeSent: false }),
    );
    expect(turn).toEqual({ last: 'wait', next: 'notify' });
  });

  test.each(events)('51 referrals of %s count against the MyPage after three weeks', async (referredOn) => {
    const turn = await turnOf(addDays(referredOn, 21), (asOf) =>
      outcomeOf('restriction/overdue-results', { asOf, referrals: [{ referredOn, unregistered: 51 }] }),
    );
    expect(turn).toEqual({ last: 'keep', next: 'restrict' });
  });
});

describe('利用制限 at more than 50', () => {
  const asOf = '2026-11-24';
  const decideOn = (...referrals: { referredOn: CalendarDate; unregistered: number }[]) =>
    outcomeOf('restriction/overdue-results', { asOf, referrals });

  test('50 is not more than 50, 51 is', async () => {
    expect(await decideOn({ referredOn: '2026-10-01', unregistered: 50 })).toBe('keep');
    expect(await decideOn({ referredOn: '2026-10-01', unregistered: 51 })).toBe('restrict');
  });

  test('only what has been out for three weeks counts, in whatever order it is given', async () => {
    const young = { referredOn: '2026-11-03', unregistered: 500 };
    expect(await decideOn(young, { referredOn: '2026-11-02', unregistered: 50 })).toBe('keep');
    expect(await decideOn(young, { referredOn: '2026-11-02', unregistered: 51 })).toBe('restrict');
  });

  test('the verdict keeps the days themselves, so that another period can be tried on them later', async () => {
    const { facts } = await decide('restriction/overdue-results', {
      asOf,
      referrals: [
        { referredOn: '2026-11-20', unregistered: 1 },
        { referredOn: '2026-10-01', unregistered: 2 },
      ],
    });
    expect(facts).toEqual({ 'referrals.unregisteredOn': ['2026-10-01', '2026-10-01', '2026-11-20'] });
  });
});

describe('the features of a MyPage', () => {
  const open = {
    asOf: '2026-11-24',
    validPostings: 1,
    restricted: false,
    suspended: false,
    withdrawnOn: null,
  };
  const decideOn = (changes: object) => decide('access/mypage-features', { ...open, ...changes });

  test('are all open with a valid posting and nothing against it', async () => {
    expect(await decideOn({})).toMatchObject({ outcome: 'open', deny: [], reasons: [] });
  });

  test('result registration stays open under a restriction: it is the cure', async () => {
    const verdict = await decideOn({ restricted: true });
    expect(verdict.outcome).toBe('limited');
    expect(verdict.deny).not.toContain('applicants');
  });

  test('close together under every reason that applies, each named once, in one order', async () => {
    const verdict = await decideOn({ validPostings: 0, restricted: true });
    expect(rulesOf(verdict)).toEqual(['MF1', 'MF2']);
    expect(verdict.deny).toEqual([
      'posting-apply',
      'posting-change',
      'posting-stop',
      'establishment-change',
      'images',
      'applicants',
      'message-send',
      'seeker-search',
    ]);
    expect(verdict.reasons.map(({ deny }) => deny?.length)).toEqual([3, 7]);
  });

  test('退会 alone stays open to somebody suspended, and nothing to somebody who has left', async () => {
    expect((await decideOn({ suspended: true })).deny).not.toContain('withdraw');
    expect(await decideOn({ suspended: true })).toMatchObject({ outcome: 'closed' });
    const left = await decideOn({ withdrawnOn: '2026-11-24' });
    expect(left).toMatchObject({ outcome: 'closed' });
    expect(left.deny).toContain('withdraw');
  });
});

describe('an image', () => {
  const image = { asOf: '2026-11-24', format: 'jpeg', bytes: 2_097_152, kept: 9 };
  const refusedBy = async (changes: object) =>
    rulesOf(await decide('eligibility/image-upload', { ...image, ...changes }));

  test('of 2 MB is accepted as the tenth, and one byte or one image more is not', async () => {
    expect(await refusedBy({})).toEqual([]);
    expect(await refusedBy({ bytes: 2_097_153 })).toEqual(['IU2']);
    expect(await refusedBy({ kept: 10 })).toEqual(['IU1']);
  });

  test('of another format is refused with every other reason', async () => {
    expect(await refusedBy({ format: 'other', bytes: 3_000_000, kept: 11 })).toEqual(['IU1', 'IU2', 'IU3']);
  });
});

describe('bad input names its field', () => {
  test.each<[RuleSetId, object, string]>([
    [
      'retention/message',
      { asOf: '2026-11-24', sentOn: '2026-11-25' },
      'sentOn: must not be later than asOf',
    ],
    ['retention/message', { asOf: '2026-11-24', sentOn: '2026-02-29' }, 'sentOn: must be an existing date'],
    ['retention/message', { asOf: '2026-11-24' }, 'sentOn: is missing'],
    ['notice/missing-result', { asOf: '2026-11-24' }, 'referredOn: is missing'],
    [
      'restriction/overdue-results',
      { asOf: '2026-11-24', referrals: [{ referredOn: '2026-11-25', unregistered: 1 }] },
      'referrals[0].referredOn: must not be later than asOf',
    ],
    [
      'restriction/overdue-results',
      { asOf: '2026-11-24', referrals: [{ referredOn: '2026-11-20', unregistered: -1 }] },
      'referrals[0].unregistered: must be >= 0 (read: -1)',
    ],
    [
      'restriction/overdue-results',
      { asOf: '2026-11-24', referrals: [{ referredOn: '2026-11-20', unregistered: 100_001 }] },
      'referrals: must have at most 100000 unregistered results together (read: 100001)',
    ],
    [
      'access/mypage-features',
      { asOf: '2026-11-24', validPostings: 1.5, restricted: false, suspended: false, withdrawnOn: null },
      'validPostings: must be integer (read: 1.5)',
    ],
    [
      'access/mypage-features',
      { asOf: '2026-11-24', validPostings: 1, restricted: 'no', suspended: false, withdrawnOn: null },
      'restricted: must be boolean (read: "no")',
    ],
    [
      'eligibility/image-upload',
      { asOf: '2026-11-24', format: 'webp', bytes: 1, kept: 0 },
      'format: must be one of jpeg, gif, png, bmp, other (read: "webp")',
    ],
  ])('%s %j', async (ruleSet, situation, message) => {
    await expect(decide(ruleSet, situation)).rejects.toThrow(message);
  });
});
