import { Engine } from 'json-rules-engine';
import { describe, expect, test } from 'vitest';
import type { VisitSituation } from '#rules/situations/visitRequired.ts';
import { applied, ordinary, rulesOf, shippedCatalogue } from './support.ts';

/** Cases with every number of reasons from none to seven. */
const cases: { situation: VisitSituation; rules: string[] }[] = [
  { situation: ordinary, rules: [] },
  { situation: { ...ordinary, officeDemand: true }, rules: ['VR7'] },
  { situation: { ...ordinary, history: [] }, rules: ['VR5'] },
  {
    situation: {
      ...ordinary,
      account: { openedBy: 'online' },
      history: [applied('2026-10-01', { via: 'counter' })],
    },
    rules: ['VR1'],
  },
  {
    situation: {
      ...ordinary,
      posting: {
        via: 'mypage',
        kinds: ['disability_dedicated', 'trial', 'disability_trial'],
        contract: 'dispatch',
      },
      account: { openedBy: 'online' },
      officeDemand: true,
      history: [],
    },
    rules: ['VR1', 'VR2', 'VR3', 'VR4', 'VR5', 'VR6', 'VR7'],
  },
];

const microtasks = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await null;
};

describe('verdicts that overlap in time', () => {
  test('of 20,000 runs, 200 at once and started at uneven moments, none is wrong', {
    timeout: 120_000,
  }, async () => {
    const catalogue = await shippedCatalogue();
    let wrong = 0;
    for (let round = 0; round < 100; round += 1) {
      const runs = Array.from({ length: 200 }, async (_, index) => {
        await microtasks((index * 7 + round) % 60);
        const { situation, rules } = cases[(index + round) % cases.length] ?? {
          situation: ordinary,
          rules: [],
        };
        const verdict = await catalogue.decide('eligibility/visit-required', situation);
        if (rulesOf(verdict).join() !== rules.join()) wrong += 1;
      });
      await Promise.all(runs);
    }
    expect(wrong).toBe(0);
  });

  test('why each run has an engine of its own: a shared one skips every rule of a run that overlaps', async () => {
    const shared = new Engine([
      {
        conditions: { all: [{ fact: 'visits', operator: 'equal', value: true }] },
        event: { type: 'applies' },
      },
    ]);
    const appliesWhenStartedAfter = async (turns: number): Promise<boolean> => {
      const first = shared.run({ visits: true });
      await microtasks(turns);
      const second = await shared.run({ visits: true });
      await first;
      return second.events.length === 1;
    };
    const answers: boolean[] = [];
    for (let turns = 0; turns < 60; turns += 1) answers.push(await appliesWhenStartedAfter(turns));
    expect(answers).toContain(false);
  });
});
