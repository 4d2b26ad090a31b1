import type { BackTest } from '#app/domain/backTest.ts';
import type { DescribedRuleSet, Explanation } from '#app/domain/explanation.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import type { TriedParameters } from '#app/forms/backTest.ts';
import { draftWith, loadDraft } from '#rules/backTest/draft.ts';
import { type RuleCatalogue, UnknownRuleSet } from '#rules/catalogue.ts';
import { describeFacts, describeRuleSet } from '#rules/describe.ts';
import { explainVerdict } from '#rules/explain.ts';
import { rejudge } from '#rules/replay.ts';
import { own, type Parameter, type RuleSet } from '#rules/ruleset.ts';
import { situationKind } from '#rules/situations/index.ts';
import { unitWord } from '#rules/wording.ts';

/** A rule set in force whose decisions can be judged again; null for one of that name that judges nothing. */
export function judgedRuleSet(rules: RuleCatalogue, id: string, today: string): RuleSet | null {
  const known = rules.all().find((one) => one.id === id);
  if (known === undefined || situationKind(known.id) === undefined) return null;
  try {
    return rules.inForce(known.id, today);
  } catch (error) {
    if (error instanceof UnknownRuleSet || (error instanceof Error && error.name === 'NotInForce'))
      return null;
    throw error;
  }
}

/** The text of the rule set in force with these values of its parameters. */
export const draftOf = (ruleSet: RuleSet, values: Readonly<Record<string, Parameter['value']>>): string =>
  draftWith(ruleSet, values);

/** The parameters of a rule set, as the start form asks for them. */
export const parametersToTry = ({ parameters }: RuleSet): TriedParameters =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [
      name,
      parameter.type === 'integer'
        ? { ...parameter, unit: unitWord(parameter.unit) }
        : { type: 'date', label: parameter.label, unit: '', value: parameter.value },
    ]),
  );

/** What a draft is called and how it differs from what is in force. */
export type DraftRead = {
  title: string;
  /** Title of each rule by its id, of the draft and of what is in force. */
  rules: Readonly<Record<string, string>>;
  /** Label of each fact by its name. */
  facts: Readonly<Record<string, string>>;
  changes: readonly { label: string; now: string; draft: string }[];
  /** Whether more differs than values of parameters. */
  differsOtherwise: boolean;
  /** The outcome whose due date is counted with another period than now; null when none is. */
  dueDateMoves: string | null;
};

const titlesOf = ({ rules }: Pick<RuleSet, 'rules'>): Record<string, string> =>
  Object.fromEntries(rules.map(({ id, title }) => [id, title]));

const withoutValues = ({ hash: _hash, version: _version, effective: _effective, ...rest }: RuleSet): string =>
  JSON.stringify({
    ...rest,
    parameters: Object.entries(rest.parameters).map(([name, parameter]) => [
      name,
      { ...parameter, value: 0 },
    ]),
  });

const parametersOf = (ruleSet: RuleSet): DescribedRuleSet['parameters'] =>
  describeRuleSet(ruleSet).parameters;

/** @throws Error when the text of a stored back-test is no draft any more. */
async function draftRuleSet({
  ruleSet,
  draftText,
}: Pick<BackTest, 'ruleSet' | 'draftText'>): Promise<RuleSet> {
  const loaded = await loadDraft(ruleSet, draftText);
  if (!loaded.ok) throw new Error(`The draft of a back-test of ${ruleSet} cannot be read.`);
  return loaded.ruleSet;
}

function movedDueDate(inForce: RuleSet, draft: RuleSet): string | null {
  const policy = draft.outcome?.dueDate;
  const daysIn = ({ outcome, parameters }: RuleSet) =>
    outcome?.dueDate === undefined ? undefined : own(parameters, outcome.dueDate.parameter)?.value;
  return policy === undefined || daysIn(inForce) === daysIn(draft) ? null : policy.when;
}

/** Reads the draft of a back-test beside what is in force today. */
export async function readDraftOf(
  rules: RuleCatalogue,
  test: Pick<BackTest, 'ruleSet' | 'draftText'>,
  today: string,
): Promise<DraftRead> {
  const draft = await draftRuleSet(test);
  const inForce = judgedRuleSet(rules, test.ruleSet, today);
  const before = inForce === null ? [] : parametersOf(inForce);
  return {
    title: draft.title,
    rules: { ...(inForce && titlesOf(inForce)), ...titlesOf(draft) },
    facts: Object.fromEntries(describeFacts(draft).map(({ name, label }) => [name, label])),
    changes: parametersOf(draft).flatMap(({ name, label, value }) => {
      const now = before.find((one) => one.name === name)?.value;
      return now === undefined || now === value ? [] : [{ label, now, draft: value }];
    }),
    dueDateMoves: inForce === null ? null : movedDueDate(inForce, draft),
    differsOtherwise: inForce === null || withoutValues(inForce) !== withoutValues(draft),
  };
}

/** A stored verdict under a draft; null where its record lacks a fact that the draft lists. */
export async function underDraft(
  test: Pick<BackTest, 'ruleSet' | 'draftText'>,
  stored: Verdict,
): Promise<{ verdict: Verdict; explanation: Explanation | null } | null> {
  const draft = await draftRuleSet(test);
  const kind = situationKind(draft.id);
  const lacks = Object.keys(draft.facts).some((name) => !Object.hasOwn(stored.facts, name));
  if (kind === undefined || lacks) return null;
  const verdict = await rejudge(draft, kind, stored);
  return { verdict, explanation: await explainVerdict([draft], verdict) };
}
