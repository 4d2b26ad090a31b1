import { expect, test } from 'vitest';
import { catalogueOf } from '#rules/catalogue.ts';
import { holesOf } from '#rules/message.ts';
import type { Condition } from '#rules/ruleset.ts';
import { situationKind } from '#rules/situations/index.ts';
import { applied, decidePosting, decideVisit, shippedCatalogue, soundPosting } from './support.ts';

test('an employer is told why a visit is needed, with the quote and what would have to be otherwise', async () => {
  const verdict = await decideVisit({ history: [applied('2025-01-10')] });
  const [reason, ...others] = await (await shippedCatalogue()).explainToEmployer(verdict);
  expect(others).toEqual([]);
  expect(reason).toMatchObject({
    rule: 'VR5',
    source: { quote: '過去1年間に求人を申し込んでいない場合' },
    message: verdict.reasons[0]?.message,
  });
  expect(reason?.otherwise.flat().join()).toContain('直近の求人申込日');
});

test('a refusal period and a complaint are never told to an employer, the other reasons of the verdict are', async () => {
  const verdict = await decidePosting(
    { ...soundPosting, duties_change_scope: null },
    {
      asOf: '2026-06-01',
      establishment: {
        openComplaints: 1,
        refusalPeriods: [
          {
            ground: 'recommendation_published',
            from: '2026-01-01',
            correctedOn: null,
            sentOrPublishedOn: null,
          },
        ],
      },
    },
  );
  expect(verdict.reasons.map(({ rule }) => rule)).toEqual(['C14', 'C23', 'C23-complaint']);
  const told = await (await shippedCatalogue()).explainToEmployer(verdict);
  expect(told.map(({ rule }) => rule)).toEqual(['C14']);
  expect(JSON.stringify(told)).not.toMatch(/不受理|申出/);
});

test('a verdict of a version that is gone keeps its reasons and says nothing of what would be otherwise', async () => {
  const verdict = await decideVisit({ officeDemand: true });
  const [reason] = await catalogueOf([]).explainToEmployer(verdict);
  expect(reason).toMatchObject({ rule: 'VR7', otherwise: [] });
});

/** Every fact a condition names, those behind shared conditions excepted. */
const factsIn = (condition: Condition): readonly string[] => {
  if ('all' in condition) return condition.all.flatMap(factsIn);
  if ('any' in condition) return condition.any.flatMap(factsIn);
  if ('not' in condition) return factsIn(condition.not);
  return 'fact' in condition ? [condition.params?.fact ?? condition.fact] : [];
};

test('no message of a rule that may be told fills a hole with a fact of the counter alone', async () => {
  const leaks = (await shippedCatalogue()).all().flatMap(({ id, rules }) => {
    const kept = (name: string) => situationKind(id)?.facts.get(name)?.staffOnly === true;
    return rules
      .filter(
        ({ message, conditions }) =>
          holesOf(message).some(({ name }) => kept(name)) && !factsIn(conditions).some(kept),
      )
      .map((rule) => `${id} ${rule.id}`);
  });
  expect(leaks).toEqual([]);
});
