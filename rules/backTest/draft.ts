import { type LoadedFile, loadRuleFile } from '#rules/load.ts';
import { own, type Parameter, type RuleSet } from '#rules/ruleset.ts';

/**
 * The text of a rule set with other values for some of its parameters, to be tried. The examples stay as they are and
 * may not hold any more: that is looked at when the change is checked, not when it is tried.
 */
export const draftWith = (
  { hash: _hash, ...file }: RuleSet,
  values: Readonly<Record<string, Parameter['value']>>,
): string => {
  const parameters = Object.fromEntries(
    Object.entries(file.parameters).map(([name, parameter]) => [
      name,
      { ...parameter, value: own(values, name) ?? parameter.value },
    ]),
  );
  return `${JSON.stringify({ ...file, parameters }, null, 2)}\n`;
};

/** Reads a draft that is to be tried: everything of a rule file must be right but its examples. */
export const loadDraft = (ruleSet: string, text: string): Promise<LoadedFile> =>
  loadRuleFile(`${ruleSet}.json`, new TextEncoder().encode(text), { examples: false });
