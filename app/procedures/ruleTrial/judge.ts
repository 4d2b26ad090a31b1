import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Explanation } from '#app/domain/explanation.ts';
import type { Facts, Verdict } from '#app/domain/verdict.ts';
import type { TriedFact } from '#app/forms/ruleTrial.ts';
import { loadDraft } from '#rules/backTest/draft.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import { explainVerdict } from '#rules/explain.ts';
import { judge } from '#rules/judge.ts';
import { type OfficeDays, officeCalendar } from '#rules/officeCalendar.ts';
import type { RuleSet } from '#rules/ruleset.ts';
import { situationKind } from '#rules/situations/index.ts';

/** Every version of a rule set by its number. */
export const versionsOf = (rules: RuleCatalogue, id: string): readonly RuleSet[] =>
  rules.all().filter((one) => one.id === id);

/** The rule set of a draft's text; null when it is of another rule set or cannot be read. */
export async function draftToTry(id: string, text: string): Promise<RuleSet | null> {
  const loaded = await loadDraft(id, text);
  return loaded.ok && loaded.ruleSet.id === id ? loaded.ruleSet : null;
}

/** The facts that any of these versions lists, in the order of the catalogue. */
export function factsToTry(versions: readonly RuleSet[]): readonly TriedFact[] {
  const [first] = versions;
  const kind = first && situationKind(first.id);
  return [...(kind?.facts ?? [])]
    .filter(([name]) => versions.some(({ facts }) => Object.hasOwn(facts, name)))
    .map(([name, { label, type, choices = {}, whenNull = null }]) => ({
      name,
      label,
      type,
      choices,
      whenNull,
    }));
}

/** The facts of an example of the rule file; null when there is none of that id. */
export function exampleCase(ruleSet: RuleSet, id: string): { asOf: CalendarDate; facts: Facts } | null {
  const example = ruleSet.examples.find((one) => one.id === id);
  const kind = situationKind(ruleSet.id);
  return example && kind ? kind.read(example.situation) : null;
}

/** The verdict of one version on facts as they were entered, and how it came about. */
export async function tryCase(
  ruleSet: RuleSet,
  asOf: CalendarDate,
  facts: Facts,
  days: OfficeDays,
): Promise<{ verdict: Verdict; explanation: Explanation | null }> {
  const kind = situationKind(ruleSet.id);
  if (kind === undefined) throw new Error(`${ruleSet.id} judges no situations`);
  const calendar = kind.hasCalendar ? { calendar: officeCalendar(days) } : {};
  const verdict = await judge(ruleSet, kind, { asOf, facts, ...calendar });
  return { verdict, explanation: await explainVerdict([ruleSet], verdict) };
}

/** A calendar that has no answer: the day lies outside the table of holidays. Told by name, across bundles. */
export const isOutsideCalendar = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'SituationError' || error.name === 'RangeError');
