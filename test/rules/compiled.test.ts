import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseColumns, compileRules } from '#rules/compile/index.ts';
import { runEngine } from '#rules/engine.ts';
import { isRuleSetFile } from '#rules/load.ts';
import { meaningProblems } from '#rules/meaning/index.ts';
import { situationKind } from '#rules/situations/index.ts';
import { decidedByEngine } from './support/decidedByEngine.ts';
import { generatedKind, generatedRules, runs } from './support/generatedRules.ts';
import { shippedCatalogue } from './support.ts';

describe('compiled rules and the engine', () => {
  test('say the same of generated rule sets: outcome, rules in file order, and every mark', {
    timeout: 900_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(generatedRules, async ({ ruleSet, cases }) => {
        const { hash: _, ...file } = ruleSet;
        expect([isRuleSetFile(file), isRuleSetFile.errors]).toEqual([true, null]);
        expect(meaningProblems(file, generatedKind)).toEqual([]);

        const compiled = compileRules(ruleSet, generatedKind);
        const columns = caseColumns(generatedKind.facts, compiled.facts);
        for (const { asOf, facts } of cases) columns.add(asOf, facts);
        const judged = compiled.masses(columns);
        for (const [index, { asOf, facts }] of cases.entries()) {
          const expected = await decidedByEngine(ruleSet, { asOf, facts });
          expect(compiled.reasons(facts, asOf)).toEqual(expected);
          expect(judged.decided(index)).toEqual(expected);
          expect(judged.outcomes[judged.outcome[index] ?? -1]).toBe(expected.outcome);
          expect(JSON.stringify(compiled.explanation(facts, asOf))).toBe(
            JSON.stringify(await runEngine(ruleSet, facts, asOf)),
          );
        }
      }),
      { numRuns: runs },
    );
  });

  test('say the same of every example of the shipped rule files', { timeout: 60_000 }, async () => {
    const ruleSets = (await shippedCatalogue()).all().filter(({ outcome }) => outcome !== null);
    expect(ruleSets.length).toBeGreaterThan(5);
    for (const ruleSet of ruleSets) {
      const kind = situationKind(ruleSet.id);
      if (!kind) throw new Error(`no kind of situation for ${ruleSet.id}`);
      const compiled = compileRules(ruleSet, kind);
      const columns = caseColumns(kind.facts, compiled.facts);
      for (const { situation, expect: wanted } of ruleSet.examples) {
        const { asOf, facts } = kind.read(situation);
        columns.add(asOf, facts);
        expect(compiled.reasons(facts, asOf)).toMatchObject({ outcome: wanted.outcome, rules: wanted.rules });
        expect(compiled.explanation(facts, asOf)).toEqual(await runEngine(ruleSet, facts, asOf));
      }
      const judged = compiled.masses(columns);
      expect(ruleSet.examples.map((_, index) => judged.decided(index).rules)).toEqual(
        ruleSet.examples.map(({ expect: wanted }) => wanted.rules),
      );
    }
  });
});
