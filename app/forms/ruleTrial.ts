import { type CalendarDate, isCalendarDate } from '#app/domain/calendar.ts';
import type { FieldError } from '#app/domain/refusal.ts';
import type { Facts, FactValue } from '#app/domain/verdict.ts';
import type { Field, FormDefinition, FormValues, TypedText } from './field.ts';
import { type FormSource, readFields } from './read.ts';

/** A fact as the form asks for it. */
export type TriedFact = {
  name: string;
  label: string;
  type: 'boolean' | 'integer' | 'date' | 'enum' | 'enumList' | 'dateList';
  choices: Readonly<Record<string, string>>;
  /** What an empty field means; null where it must not be empty. */
  whenNull: string | null;
};

/** Words of the form that are no fact's own. */
export type TrialWords = {
  title: string;
  asOf: string;
  yes: string;
  no: string;
  empty: string;
  days: string;
};

const asOfField = (words: TrialWords): Field => ({
  name: 'as_of',
  label: words.asOf,
  kind: 'date',
  required: true,
});

function fieldOf(fact: TriedFact, words: TrialWords): Field {
  const { name, label, type, choices, whenNull } = fact;
  const field = {
    name,
    label,
    ...(whenNull === null ? { required: true as const } : { help: `${words.empty}${whenNull}` }),
  };
  const listed = Object.entries(choices).map(([value, choice]) => ({ value, label: choice }));
  switch (type) {
    case 'boolean':
      return {
        ...field,
        kind: 'choice',
        choices: [
          { value: 'true', label: words.yes },
          { value: 'false', label: words.no },
        ],
      };
    case 'integer':
      return { ...field, kind: 'integer', min: -999_999_999, max: 999_999_999 };
    case 'date':
      return { ...field, kind: 'date' };
    case 'enum':
      return { ...field, kind: 'choice', choices: listed };
    // Both lists may be empty: that is a value, not its absence.
    case 'enumList':
      return { name, label, kind: 'choices', choices: listed };
    case 'dateList':
      return { name, label, kind: 'textarea', help: words.days };
  }
}

/** The form of a case: its day and every fact the rules look at. */
export const trialForm = (facts: readonly TriedFact[], words: TrialWords): FormDefinition => ({
  id: 'rule-trial',
  title: words.title,
  sections: [
    {
      id: 'case',
      title: words.title,
      fields: [asOfField(words), ...facts.map((fact) => fieldOf(fact, words))],
    },
  ],
});

export type ReadCase = {
  asOf: CalendarDate;
  facts: Facts;
  typed: TypedText;
  errors: readonly FieldError[];
};

/** One date a line, in any order; the first line that is none. */
function readDays(text: string): { days: readonly string[]; wrong: string | undefined } {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return { days: lines.toSorted(), wrong: lines.find((line) => !isCalendarDate(line)) };
}

function factValue({ type, name }: TriedFact, values: FormValues): FactValue {
  const value = values[name] ?? null;
  if (type === 'boolean') return value === null ? null : value === 'true';
  if (type === 'enumList') return Array.isArray(value) ? value : [];
  if (type === 'dateList') return readDays(String(value ?? '')).days;
  return value;
}

/** A case as it was typed. Where `errors` is empty, every fact has a value of its type. */
export function readCase(facts: readonly TriedFact[], words: TrialWords, source: FormSource): ReadCase {
  const [section] = trialForm(facts, words).sections;
  const { values, typed, errors } = readFields(section?.fields ?? [], source);
  const wrongDays = facts.flatMap((fact): FieldError[] => {
    if (fact.type !== 'dateList') return [];
    const { wrong } = readDays(String(values[fact.name] ?? ''));
    return wrong === undefined
      ? []
      : [{ field: fact.name, code: 'not-a-date', params: { read: wrong.slice(0, 30) } }];
  });
  return {
    asOf: String(values.as_of ?? ''),
    facts: Object.fromEntries(facts.map((fact) => [fact.name, factValue(fact, values)])),
    typed,
    errors: [...errors, ...wrongDays],
  };
}

/** The texts that fill the form with a known case. */
export const caseText = (facts: readonly TriedFact[], asOf: CalendarDate, known: Facts): TypedText => ({
  as_of: asOf,
  ...Object.fromEntries(
    facts.map(({ name, type }): [string, string | readonly string[]] => {
      const value = known[name];
      if (value === undefined || value === null) return [name, ''];
      if (type === 'enumList') return [name, typeof value === 'object' ? value : []];
      if (type === 'dateList') return [name, typeof value === 'object' ? value.join('\n') : ''];
      return [name, String(value)];
    }),
  ),
});
