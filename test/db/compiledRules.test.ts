import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRules } from '#rules/compile/index.ts';
import { decidedByEngine } from '#test/rules/support/decidedByEngine.ts';
import { generatedKind, generatedRules, runs } from '#test/rules/support/generatedRules.ts';
import { judgedBySql } from '#test/rules/support/judgedBySql.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';

/** The rules named by the bits of `fired`, 31 to an integer. */
const named = (bits: readonly number[], rules: readonly { id: string }[]): string[] =>
  rules.filter((_, index) => ((bits[Math.floor(index / 31)] ?? 0) >> (index % 31)) & 1).map(({ id }) => id);

describeOnEveryDatabase('rules as SQL and the engine', (open) => {
  test('say the same of generated rule sets: outcome, rules, and which rows are found', {
    timeout: 1_800_000,
  }, async () => {
    const { reader } = await open();
    await fc.assert(
      fc.asyncProperty(generatedRules, async ({ ruleSet, cases, oneDay }) => {
        const compiled = compileRules(ruleSet, generatedKind);
        const answers = await judgedBySql(reader, compiled, ruleSet, generatedKind.facts, cases, oneDay);
        expect(answers.length).toBe(cases.length);
        for (const [index, answer] of answers.entries()) {
          const { outcome, rules } = await decidedByEngine(ruleSet, cases[index] ?? { asOf: '', facts: {} });
          expect(answer).toMatchObject({ outcome, found: [outcome], rules });
          expect(named(answer.bits, ruleSet.rules)).toEqual(rules);
        }
      }),
      { numRuns: runs },
    );
  });
});
