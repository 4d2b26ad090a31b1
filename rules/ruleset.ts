import { type CalendarDate, minusPeriod, type Period } from '#app/domain/calendar.ts';
import type { ExpectedVerdict } from '#app/domain/ruleDraft.ts';
import type { Feature, Severity } from '#app/domain/verdict.ts';
import type { FactType } from './facts.ts';
import type { OperatorName } from './operators.ts';

/** The path of a rule file without `.json`: `eligibility/visit-required`. */
export type RuleSetId = `${string}/${string}`;

/** A passage a rule rests on, in its own words; `interpretation` is our reading where the words leave room. */
export type QuotedSource = { id: string; document: string; quote: string; interpretation?: string };

export type ParameterUnit =
  | Period['unit']
  | 'hours'
  | 'minutes'
  | 'seconds'
  | 'times'
  | 'characters'
  | 'bytes'
  | 'items'
  | 'percent'
  | 'age';

/** A figure or date that may be edited within its bounds without touching a rule. */
export type Parameter =
  | {
      type: 'integer';
      label: string;
      value: number;
      unit: ParameterUnit;
      min: number;
      max: number;
      source: string;
    }
  | {
      type: 'date';
      label: string;
      value: CalendarDate;
      min: CalendarDate;
      max: CalendarDate;
      source: string;
    };

/** The right side of a comparison: another fact, `param.NAME`, `date.asOf`, or `date.asOfMinus` of a period parameter. */
export type FactReference = { fact: string; params?: { parameter: string } };

/** The left side that counts: how many days of a dateList fact lie before `asOf` minus a period parameter. */
export const COUNT_BEFORE = 'dates.countBefore';

/** `params` belongs to `dates.countBefore` alone; any other left side is a fact of the situation. */
export type Comparison = {
  fact: string;
  params?: { fact: string; parameter: string };
  operator: OperatorName;
  value: string | number | boolean | null | readonly string[] | FactReference;
};

/** A condition tree in the form of json-rules-engine, without path, priority, handlers or decorators. */
export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  | { condition: string }
  | Comparison;

export type SharedCondition = { title: string; conditions: Condition };

/** One sentence of the leaflet or the law. */
export type Rule = {
  id: string;
  title: string;
  source: string;
  conditions: Condition;
  /** What the reader is told; holes `{{fact}}`, `{{param.NAME}}`, `{{date.asOf}}`. */
  message: string;
  severity?: Severity;
  fields?: readonly string[];
  /** Features of the MyPage the rule closes while it applies. */
  deny?: readonly Feature[];
  /** The rule closes the MyPage as a whole: the outcome is `whenClosed`. */
  closes?: true;
};

/** When something is due: so many days after `asOf`, stepped back to an open day of the office. */
export type DueDatePolicy = {
  when: string;
  from: 'asOf';
  parameter: string;
  roll: 'last-open-day-on-or-before';
  source: string;
};

/** What the rules that apply mean together. */
export type OutcomePolicy =
  | { policy: 'any'; whenAny: string; whenNone: string; whenNotApplicable?: string; dueDate?: DueDatePolicy }
  | {
      policy: 'severity';
      whenError: string;
      whenWarning: string;
      whenNone: string;
      whenNotApplicable?: string;
      dueDate?: DueDatePolicy;
    }
  | {
      policy: 'deny';
      whenClosed: string;
      whenDenied: string;
      whenNone: string;
      whenNotApplicable?: string;
      dueDate?: DueDatePolicy;
    };

/** A case with its expected verdict; every example is run whenever the file is loaded. */
export type Example = {
  id: string;
  title: string;
  situation: unknown;
  expect: ExpectedVerdict;
};

/** A rule file as it is written. `outcome: null` marks a file of parameters only: no facts, rules or examples. */
export type RuleSetFile = {
  formatVersion: 1;
  id: RuleSetId;
  version: string;
  title: string;
  summary: string;
  owner: string;
  effective: { from: CalendarDate; to: CalendarDate | null };
  sources: readonly QuotedSource[];
  parameters: Readonly<Record<string, Parameter>>;
  facts: Readonly<Record<string, FactType>>;
  appliesWhen?: Condition;
  sharedConditions: Readonly<Record<string, SharedCondition>>;
  outcome: OutcomePolicy | null;
  rules: readonly Rule[];
  examples: readonly Example[];
};

/** A rule file that passed every check. `hash` is the SHA-256 of its bytes. */
export type RuleSet = RuleSetFile & { hash: string };

/** The own entry of a record that came from JSON: `constructor` and the like are not found. */
export const own = <Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** The period a parameter stands for, or null when it is not one. */
export const periodOf = (parameter: Parameter): Period | null => {
  if (parameter.type !== 'integer') return null;
  const { unit, value } = parameter;
  return unit === 'days' || unit === 'weeks' || unit === 'months' || unit === 'years'
    ? { count: value, unit }
    : null;
};

/** True when the right side of a comparison is a reference and not a value or a list of values. */
export const isReference = (value: Comparison['value']): value is FactReference =>
  typeof value === 'object' && value !== null && 'fact' in value;

/** A reference as one word, for people: `param.gapYears`, `date.asOfMinus.gapYears`. */
export const referenceName = ({ fact, params }: FactReference): string =>
  params === undefined ? fact : `${fact}.${params.parameter}`;

/** The day of judgement minus the period of that parameter. @throws TypeError when the parameter is not a period. */
export const asOfMinus = (ruleSet: RuleSet, asOf: CalendarDate, name: string): CalendarDate => {
  const parameter = own(ruleSet.parameters, name);
  const period = parameter && periodOf(parameter);
  if (!period) throw new TypeError(`${ruleSet.id}: parameter ${name} is not a period`);
  return minusPeriod(asOf, period);
};
