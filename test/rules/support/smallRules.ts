import type { Condition, Rule, RuleSet } from '#rules/ruleset.ts';

/** A rule set about the facts of `generatedKind`, with what the test says of it. */
export const smallRules = (
  conditions: Readonly<Record<string, Condition>>,
  more: Partial<RuleSet> & { effects?: Readonly<Record<string, Partial<Rule>>> } = {},
): RuleSet => {
  const { effects = {}, ...rest } = more;
  return {
    formatVersion: 1,
    id: 'generated/rules',
    version: '1.0.0',
    title: '見本の規則',
    summary: '見本',
    owner: '見本',
    effective: { from: '2020-01-01', to: null },
    sources: [{ id: 'law', document: '見本の法令', quote: '見本の文' }],
    parameters: {},
    facts: {},
    sharedConditions: {},
    outcome: { policy: 'any', whenAny: 'yes', whenNone: 'no' },
    rules: Object.entries(conditions).map(([id, condition]) => ({
      id,
      title: `規則${id}`,
      source: 'law',
      conditions: condition,
      message: '当たりました。',
      ...effects[id],
    })),
    examples: [],
    hash: '',
    ...rest,
  };
};
