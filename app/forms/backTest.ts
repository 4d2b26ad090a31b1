import { lastDecisions } from '#app/domain/backTest.ts';
import type { Field, FormDefinition, FormValues } from './field.ts';

/** A parameter of a rule set as the form asks for it. */
export type TriedParameter = { label: string; unit: string; value: number | string } & (
  | { type: 'integer'; min: number; max: number }
  | { type: 'date' }
);

export type TriedParameters = Readonly<Record<string, TriedParameter>>;

/** Parameters have names of their own, which must not meet those of the form. */
const prefix = 'param_';

/** Which decisions are judged again. */
export const rangeFields: readonly Field[] = [
  {
    name: 'range',
    label: '判定の範囲',
    kind: 'choice',
    required: true,
    choices: [
      { value: 'last', label: `直近${lastDecisions}件` },
      { value: 'days', label: '期間を指定' },
      { value: 'all', label: 'すべて' },
    ],
  },
  {
    name: 'from',
    label: 'はじめの判定日',
    kind: 'date',
    required: { field: 'range', in: ['days'] },
    shownWhen: { field: 'range', in: ['days'] },
  },
  {
    name: 'to',
    label: 'おわりの判定日',
    kind: 'date',
    required: { field: 'range', in: ['days'] },
    shownWhen: { field: 'range', in: ['days'] },
  },
];

const parameterField = (name: string, parameter: TriedParameter): Field => ({
  name: `${prefix}${name}`,
  label: parameter.label,
  required: true,
  ...(parameter.type === 'integer'
    ? { kind: 'integer', min: parameter.min, max: parameter.max, unit: parameter.unit }
    : { kind: 'date' }),
});

/** The start form of a back-test: the range and, unless a drafted change is tried, every parameter. */
export const backTestForm = (
  titles: { range: string; draft: string; help: string },
  parameters: TriedParameters,
): FormDefinition => ({
  id: 'back-test',
  title: titles.range,
  sections: [
    { id: 'range', title: titles.range, fields: rangeFields },
    {
      id: 'draft',
      title: titles.draft,
      help: titles.help,
      fields: Object.entries(parameters).map(([name, parameter]) => parameterField(name, parameter)),
    },
  ].filter(({ fields }) => fields.length > 0),
});

/** What the form begins with: the values in force. */
export const inForceText = (parameters: TriedParameters): Record<string, string> => ({
  range: 'last',
  ...Object.fromEntries(
    Object.entries(parameters).map(([name, { value }]) => [`${prefix}${name}`, String(value)]),
  ),
});

/** The parameters as they were typed. */
export const triedValues = (
  parameters: TriedParameters,
  values: FormValues,
): Record<string, number | string> =>
  Object.fromEntries(
    Object.keys(parameters).flatMap((name) => {
      const value = values[`${prefix}${name}`];
      return typeof value === 'number' || typeof value === 'string' ? [[name, value] as const] : [];
    }),
  );

/** Where the text of a rule file is pasted; it may hold tabs, so it is read as it comes. */
export const draftTextField = (label: string, help: string): Field => ({
  name: 'draft_text',
  label,
  kind: 'textarea',
  help,
});
