import type { CalendarDate } from './calendar.ts';
import type { Facts, Feature } from './verdict.ts';

/** One value of a rule file that a form may set: where it stands, what it is called, what it may hold. */
export type EditablePart = {
  /** Its place, joined by dots: `parameters.gapYears.value`, `rules.0.conditions.any.1.value`. */
  name: string;
  /** What it belongs to: a rule's title, or one of the fixed groups. */
  group: string;
  label: string;
  value: string | number | boolean | readonly string[];
  bounds?: { min: number; max: number };
  unit?: string;
} & (
  | { kind: 'line' | 'lines' | 'integer' | 'date' | 'flag' }
  | { kind: 'choice' | 'choices'; choices: readonly { value: string; label: string }[] }
);

/** One example of a draft beside what the draft says of it. */
export type ExampleResult = {
  index: number;
  id: string;
  title: string;
  expected: string;
  actual: string;
  holds: boolean;
};

/** What an example expects: the outcome, the rules that apply in the order of the file, and what follows from them. */
export type ExpectedVerdict = {
  outcome: string;
  rules: readonly string[];
  deny?: readonly Feature[];
  dueDate?: CalendarDate;
};

/** An example said by its facts. */
export type ExampleCase = {
  title: string;
  asOf: CalendarDate;
  facts: Facts;
  expect: ExpectedVerdict;
};

export type DraftProblem = { line: number; column: number; message: string };

/** Something the form of a rule file allows and its author hardly meant; an error stands in the way as a problem does. */
export type DraftFinding = DraftProblem & { severity: 'error' | 'warning' };

/** A draft as its pages show it. Parts and examples are empty where the text is no rule file at all. */
export type ReadDraft = {
  problems: readonly DraftProblem[];
  parts: readonly EditablePart[];
  examples: readonly ExampleResult[];
  findings: readonly DraftFinding[];
};
