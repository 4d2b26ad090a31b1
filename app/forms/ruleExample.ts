import type { ExpectedVerdict } from '#app/domain/ruleDraft.ts';
import { type Feature, features } from '#app/domain/verdict.ts';
import type { Choice, Field, FormDefinition, TypedText } from './field.ts';
import { type FormSource, readFields } from './read.ts';
import { type ReadCase, readCase, type TrialWords, type TriedFact, trialForm } from './ruleTrial.ts';

/** What the form of an example has to choose from, as the draft stands. */
export type ExampleChoices = {
  facts: readonly TriedFact[];
  outcomes: readonly Choice[];
  rules: readonly Choice[];
  /** Features that a rule may close; empty where the rule set closes none. */
  features: readonly Choice[];
  /** Whether an outcome of the rule set has a due date. */
  hasDueDate: boolean;
};

const titleField: Field = {
  name: 'example_title',
  label: '例の題名',
  kind: 'text',
  required: true,
  maxLength: 120,
  help: 'どんな事案かを1文で書きます。',
};

const expectationFields = (choices: ExampleChoices): readonly Field[] => [
  {
    name: 'expect_outcome',
    label: '期待する結論',
    kind: 'choice',
    required: true,
    choices: choices.outcomes,
  },
  { name: 'expect_rules', label: '当たる規則', kind: 'choices', choices: choices.rules },
  ...(choices.features.length === 0
    ? []
    : [
        {
          name: 'expect_deny',
          label: '閉じる機能',
          kind: 'choices',
          choices: choices.features,
        } as const,
      ]),
  ...(choices.hasDueDate
    ? [
        {
          name: 'expect_due',
          label: '期限日',
          kind: 'date',
          help: '空にすると、期限日は確かめません。',
        } as const,
      ]
    : []),
];

/** The form of one example: its title, its case, what it expects. */
export const ruleExampleForm = (choices: ExampleChoices, words: TrialWords): FormDefinition => ({
  id: 'rule-example',
  title: '規則の例',
  sections: [
    { id: 'name', title: '例の題名', fields: [titleField] },
    ...trialForm(choices.facts, words).sections,
    {
      id: 'expect',
      title: '期待する判定',
      help: 'この事案が正しくはどう判定されるかを、規則を見ずに書いてください。分からないときは「下書きで判定する」を押すと、下書きの結論が入ります。',
      fields: expectationFields(choices),
    },
  ],
});

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);

/** An example as it was typed. `expect` counts where `errors` is empty. */
export type ReadExample = ReadCase & { title: string; expect: ExpectedVerdict };

export function readExample(choices: ExampleChoices, words: TrialWords, source: FormSource): ReadExample {
  const read = readCase(choices.facts, words, source);
  const rest = readFields([titleField, ...expectationFields(choices)], source);
  const { values } = rest;
  return {
    ...read,
    typed: { ...read.typed, ...rest.typed },
    errors: [...rest.errors, ...read.errors],
    title: String(values.example_title ?? ''),
    expect: {
      outcome: String(values.expect_outcome ?? ''),
      rules: listOf(values.expect_rules),
      ...(choices.features.length > 0 && { deny: featuresIn(listOf(values.expect_deny)) }),
      ...(typeof values.expect_due === 'string' && { dueDate: values.expect_due }),
    },
  };
}

const featuresIn = (names: readonly string[]): readonly Feature[] =>
  features.filter((feature) => names.includes(feature));

/** The texts of the inputs that say what an example expects. */
export const expectationText = ({ outcome, rules, deny, dueDate }: ExpectedVerdict): TypedText => ({
  expect_outcome: outcome,
  expect_rules: rules,
  expect_deny: deny ?? [],
  expect_due: dueDate ?? '',
});
