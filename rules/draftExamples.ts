import type { ExampleCase, ExpectedVerdict } from '#app/domain/ruleDraft.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { loadDraft } from './backTest/draft.ts';
import type { DraftEdit } from './draft.ts';
import { outcomeElsewhere, outcomeSteps } from './outcome.ts';
import type { Example, OutcomePolicy, RuleSet } from './ruleset.ts';
import { SituationError } from './situation.ts';
import { situationKind } from './situations/index.ts';

/** The rule set of a draft whose examples can be written, or null: its text is no rule file, or judges nothing. */
export const draftWithExamples = async (ruleSet: string, text: string): Promise<RuleSet | null> => {
  const loaded = await loadDraft(ruleSet, text);
  if (!loaded.ok || loaded.ruleSet.id !== ruleSet) return null;
  return loaded.ruleSet.outcome === null ? null : loaded.ruleSet;
};

/** Every outcome a policy can come to, the gravest first. */
export const outcomesOf = (policy: OutcomePolicy): readonly string[] => [
  ...new Set([
    ...outcomeSteps(policy, []).map(({ outcome }) => outcome),
    policy.whenNone,
    outcomeElsewhere(policy),
  ]),
];

/** An example by its facts; null where this program cannot read its situation any more. */
export const exampleRead = (ruleSet: RuleSet, { title, situation, expect }: Example): ExampleCase | null => {
  const kind = situationKind(ruleSet.id);
  if (kind === undefined) return null;
  try {
    const { asOf, facts } = kind.read(situation);
    return { title, asOf, facts, expect };
  } catch (error) {
    if (error instanceof SituationError) return null;
    throw error;
  }
};

/** What an example would have to expect for this verdict to be the right one. */
export const expectationOf = (
  verdict: Verdict,
  says: { deny: boolean; dueDate: boolean } = { deny: true, dueDate: true },
): ExpectedVerdict => ({
  outcome: verdict.outcome,
  rules: verdict.reasons.map(({ rule }) => rule),
  ...(verdict.deny !== undefined && says.deny && { deny: verdict.deny }),
  ...(verdict.dueDate !== undefined && says.dueDate && { dueDate: verdict.dueDate }),
});

const freeId = (examples: readonly Example[]): string => {
  const taken = new Set(examples.map(({ id }) => id));
  let number = examples.length + 1;
  while (taken.has(`example${number}`)) number += 1;
  return `example${number}`;
};

const sameCase = (one: ExampleCase | null, other: ExampleCase, names: readonly string[]): boolean =>
  one !== null &&
  one.asOf === other.asOf &&
  names.every((name) => JSON.stringify(one.facts[name]) === JSON.stringify(other.facts[name]));

/**
 * The edits that write an example into a draft: in the place of the one at `at`, or after the last. Records that stand
 * behind an example are kept as long as its facts stay what they were.
 */
export const exampleEdits = (ruleSet: RuleSet, at: number | null, written: ExampleCase): DraftEdit[] => {
  const { examples } = ruleSet;
  const { title, asOf, facts, expect } = written;
  const before = at === null ? undefined : examples[at];
  if (before !== undefined && sameCase(exampleRead(ruleSet, before), written, Object.keys(ruleSet.facts)))
    return [{ path: ['examples', at ?? 0], value: { ...before, title, expect } }];
  const id = before?.id ?? freeId(examples);
  const example: Example = { id, title, situation: { asOf, facts }, expect };
  return [{ path: ['examples', before === undefined ? examples.length : (at ?? 0)], value: example }];
};
