import type { Decided } from '#rules/compile/index.ts';
import { judge } from '#rules/judge.ts';
import type { RuleSet } from '#rules/ruleset.ts';
import { type GeneratedCase, generatedKind } from './generatedRules.ts';

/** What the verdict on a generated case decides, without its words. */
export async function decidedByEngine(ruleSet: RuleSet, situation: GeneratedCase): Promise<Decided> {
  const { outcome, reasons, deny } = await judge(ruleSet, generatedKind, situation);
  return { outcome, rules: reasons.map(({ rule }) => rule), ...(deny && { deny }) };
}
