import { describe, expect, test } from 'vitest';
import type { ContractKind, PostingKind } from '#rules/situations/visitRequired.ts';
import { applied, decideVisit, ordinary, rulesOf } from './support.ts';

const posting = (kinds: readonly PostingKind[], contract: ContractKind = 'direct') => ({
  posting: { via: 'mypage' as const, kinds, contract },
});

const online = { account: { openedBy: 'online' as const } };
const atCounter = (appliedOn: string) => applied(appliedOn, { via: 'counter' });

describe('VR1: マイページを通じて初めて求人を申し込む場合', () => {
  test('the first application through MyPage needs a visit', async () => {
    const verdict = await decideVisit({ ...online, history: [atCounter('2026-10-01')] });
    expect(verdict.outcome).toBe('visit-required');
    expect(rulesOf(verdict)).toEqual(['VR1']);
  });

  test('a MyPage opened at the counter is exempt', async () => {
    const verdict = await decideVisit({ history: [atCounter('2026-10-01')] });
    expect(verdict.outcome).toBe('visit-not-required');
    expect(verdict).not.toHaveProperty('dueDate');
  });

  test('a MyPage that is not open yet counts as not opened at the counter', async () => {
    const verdict = await decideVisit({ account: { openedBy: 'none' }, history: [atCounter('2026-10-01')] });
    expect(rulesOf(verdict)).toEqual(['VR1']);
  });

  test('the second application through MyPage needs none', async () => {
    expect(rulesOf(await decideVisit(online))).toEqual([]);
  });

  test('an earlier application that was not accepted does not count', async () => {
    const history = [atCounter('2026-10-01'), applied('2026-10-02', { accepted: false })];
    expect(rulesOf(await decideVisit({ ...online, history }))).toEqual(['VR1']);
  });

  test('an accepted application of the same day counts', async () => {
    expect(rulesOf(await decideVisit({ ...online, history: [applied(ordinary.asOf)] }))).toEqual([]);
  });
});

describe('VR2–VR4: 2020年1月以降、初めての種類の求人', () => {
  test.each<[string, PostingKind]>([
    ['VR2', 'disability_dedicated'],
    ['VR3', 'trial'],
    ['VR4', 'disability_trial'],
    ['VR4', 'disability_short_hours_trial'],
  ])('%s: the first %s needs a visit, even at an establishment that posts often', async (rule, kind) => {
    expect(rulesOf(await decideVisit(posting([kind])))).toEqual([rule]);
  });

  test.each<PostingKind>([
    'disability_dedicated',
    'trial',
    'disability_trial',
    'disability_short_hours_trial',
  ])('the second %s needs none, whenever and however the first was applied for', async (kind) => {
    const first = applied('2020-01-01', { via: 'counter', kinds: [kind] });
    expect(rulesOf(await decideVisit({ ...posting([kind]), history: [...ordinary.history, first] }))).toEqual(
      [],
    );
  });

  test('one on 2019-12-31 is not counted', async () => {
    const first = applied('2019-12-31', { via: 'counter', kinds: ['trial'] });
    const verdict = await decideVisit({ ...posting(['trial']), history: [...ordinary.history, first] });
    expect(rulesOf(verdict)).toEqual(['VR3']);
  });

  test('one that was refused is not counted', async () => {
    const first = applied('2025-01-10', { kinds: ['trial'], accepted: false });
    const verdict = await decideVisit({ ...posting(['trial']), history: [...ordinary.history, first] });
    expect(rulesOf(verdict)).toEqual(['VR3']);
  });

  test('trial and disability trial are different kinds', async () => {
    const first = applied('2025-01-10', { kinds: ['disability_trial'] });
    const verdict = await decideVisit({ ...posting(['trial']), history: [...ordinary.history, first] });
    expect(rulesOf(verdict)).toEqual(['VR3']);
  });

  test('disability trial and disability short-hours trial are one kind, both ways', async () => {
    for (const [before, now] of [
      ['disability_trial', 'disability_short_hours_trial'],
      ['disability_short_hours_trial', 'disability_trial'],
    ] as const) {
      const history = [...ordinary.history, applied('2025-01-10', { kinds: [before] })];
      expect(rulesOf(await decideVisit({ ...posting([now]), history }))).toEqual([]);
    }
  });

  test('a posting of several kinds needs a visit for each that is new', async () => {
    const verdict = await decideVisit(posting(['general', 'trial', 'disability_dedicated']));
    expect(rulesOf(verdict)).toEqual(['VR2', 'VR3']);
  });
});

describe('VR5: 過去1年間に求人を申し込んでいない場合', () => {
  test.each([
    ['exactly one year ago is inside the year', '2026-11-24', '2025-11-24', []],
    ['the day before that is outside', '2026-11-24', '2025-11-23', ['VR5']],
    ['29 February lasts to 28 February of the next year', '2025-02-28', '2024-02-29', []],
    ['29 February is outside from 1 March', '2025-03-01', '2024-02-29', ['VR5']],
    ['28 February lasts to 29 February of a leap year', '2024-02-29', '2023-02-28', []],
    ['28 February is outside from 1 March of a leap year', '2024-03-01', '2023-02-28', ['VR5']],
  ])('%s', async (_, asOf, appliedOn, rules) => {
    expect(rulesOf(await decideVisit({ asOf, history: [applied(appliedOn)] }))).toEqual(rules);
  });

  test('never having applied counts, even for a MyPage opened at the counter', async () => {
    expect(rulesOf(await decideVisit({ history: [] }))).toEqual(['VR5']);
  });

  test('an application at the counter counts as one', async () => {
    expect(rulesOf(await decideVisit({ history: [atCounter('2026-10-01')] }))).toEqual([]);
  });

  test('the latest of several decides, whatever their order', async () => {
    const history = [applied('2020-05-01'), applied('2026-01-05'), applied('2023-07-01')];
    expect(rulesOf(await decideVisit({ history }))).toEqual([]);
    expect(rulesOf(await decideVisit({ history: history.toReversed() }))).toEqual([]);
  });

  test('the message says when the last application was', async () => {
    const [reason] = (await decideVisit({ history: [applied('2025-01-10')] })).reasons;
    expect(reason?.message).toBe(
      '過去1年間に求人を申し込んでいないため、来庁が必要です(直近の申込み：2025年1月10日)。',
    );
  });
});

describe('VR6: 派遣・請負求人を申し込む場合', () => {
  test.each(['dispatch', 'contracting'] as const)('%s needs a visit every time', async (contract) => {
    const history = [applied('2026-10-01', { contract }), applied('2026-11-01', { contract })];
    expect(rulesOf(await decideVisit({ ...posting(['general'], contract), history }))).toEqual(['VR6']);
  });
});

describe('VR7: その他、ハローワークが必要と認める場合', () => {
  test('the office asks for a visit', async () => {
    expect(rulesOf(await decideVisit({ officeDemand: true }))).toEqual(['VR7']);
  });
});

describe('the verdict', () => {
  const everything = {
    ...posting(['disability_short_hours_trial', 'trial', 'disability_dedicated'], 'contracting'),
    ...online,
    officeDemand: true,
    history: [],
  };

  test('gives every reason, in the order of the leaflet', async () => {
    const verdict = await decideVisit(everything);
    expect(rulesOf(verdict)).toEqual(['VR1', 'VR2', 'VR3', 'VR4', 'VR5', 'VR6', 'VR7']);
  });

  test('does not concern an application at the counter', async () => {
    const verdict = await decideVisit({
      ...everything,
      posting: { ...everything.posting, via: 'counter' },
    });
    expect(verdict.outcome).toBe('not-applicable');
    expect(verdict.reasons).toEqual([]);
    expect(verdict).not.toHaveProperty('dueDate');
  });

  test('quotes the leaflet and keeps the facts each rule looked at', async () => {
    const [reason] = (await decideVisit({ history: [applied('2025-01-10')] })).reasons;
    expect(reason?.source.document).toBe('「求人者マイページ」のご案内');
    expect(reason?.source.quote).toBe('過去1年間に求人を申し込んでいない場合');
    expect(reason?.facts).toEqual({ 'history.lastAppliedOn': '2025-01-10' });
  });

  test('is the same bytes for the same situation', async () => {
    const once = JSON.stringify(await decideVisit(everything));
    expect(JSON.stringify(await decideVisit(structuredClone(everything)))).toBe(once);
  });
});
