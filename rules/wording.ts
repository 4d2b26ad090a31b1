import { type CalendarDate, minusPeriod } from '#app/domain/calendar.ts';
import type { FactValue } from '#app/domain/verdict.ts';
import type { FactDescription } from './facts.ts';
import { formatted, hoursAndMinutes, japaneseDate, worded } from './message.ts';
import type { OperatorName } from './operators.ts';
import {
  COUNT_BEFORE,
  type Comparison,
  type FactReference,
  own,
  type Parameter,
  type ParameterUnit,
  periodOf,
  type RuleSet,
} from './ruleset.ts';
import type { SituationKind } from './situation.ts';

/**
 * The words of a condition, made from the labels of the fact catalogue and of the parameters, so that what a page says
 * and what the engine does cannot part.
 */

const UNITS: Readonly<Record<ParameterUnit, string>> = {
  days: '日',
  weeks: '週間',
  months: 'か月',
  years: '年',
  hours: '時間',
  minutes: '分',
  seconds: '秒',
  times: '回',
  characters: '文字',
  bytes: 'バイト',
  items: '件',
  age: '歳',
  percent: 'パーセント',
};

/** A unit as it stands after a figure. */
export const unitWord = (unit: ParameterUnit): string => UNITS[unit];

/** A parameter's value with its unit: 14日, 2,097,152バイト, 2020年1月1日. */
export const parameterValue = (parameter: Parameter): string =>
  parameter.type === 'date'
    ? japaneseDate(parameter.value)
    : parameter.unit === 'minutes'
      ? hoursAndMinutes(parameter.value)
      : `${worded(parameter.value, { type: 'integer', label: parameter.label, origin: '' })}${UNITS[parameter.unit]}`;

/** The comparison that holds exactly where the other does not, for a value that is there. */
const OPPOSITES: Readonly<Record<OperatorName, OperatorName>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
  lessThan: 'greaterThanInclusive',
  lessThanInclusive: 'greaterThan',
  greaterThan: 'lessThanInclusive',
  greaterThanInclusive: 'lessThan',
  dateBefore: 'dateOnOrAfter',
  dateOnOrBefore: 'dateAfter',
  dateAfter: 'dateOnOrBefore',
  dateOnOrAfter: 'dateBefore',
};

const PREDICATES: Readonly<Record<OperatorName, (limit: string) => string>> = {
  equal: (limit) => `${limit}である`,
  notEqual: (limit) => `${limit}ではない`,
  in: (limit) => `${limit}のどれかである`,
  notIn: (limit) => `${limit}のどれでもない`,
  contains: (limit) => `${limit}を含む`,
  doesNotContain: (limit) => `${limit}を含まない`,
  lessThan: (limit) => `${limit}より少ない`,
  lessThanInclusive: (limit) => `${limit}以下である`,
  greaterThan: (limit) => `${limit}を超える`,
  greaterThanInclusive: (limit) => `${limit}以上である`,
  dateBefore: (limit) => `${limit}より前である`,
  dateOnOrBefore: (limit) => `${limit}以前である`,
  dateAfter: (limit) => `${limit}より後である`,
  dateOnOrAfter: (limit) => `${limit}以降である`,
};

/** A way of comparing by itself: 「…以上である」. */
export const operatorWord = (operator: OperatorName): string => PREDICATES[operator]('…');

/** The value, minutes in hours. */
const inItsUnit = (value: FactValue, fact: FactDescription): string =>
  formatted(value, fact, fact.unit === 'minutes' ? 'hours' : null);

/** Says the conditions of one rule set; with `asOf` the periods are days, without it they stay periods. */
export type Speaker = {
  /** 「直近の求人申込日」; of a count, what is counted and up to when. */
  subject(comparison: Comparison): string;
  /** What was seen, in the words of the fact. */
  value(comparison: Comparison, value: FactValue): string;
  /** 「2025年11月24日（判定日の1年前）より前である」, or its opposite. */
  predicate(comparison: Comparison, holds?: boolean): string;
};

const isReference = (value: Comparison['value']): value is FactReference =>
  typeof value === 'object' && value !== null && 'fact' in value;

const quoted = (text: string): string => `「${text}」`;

export const speakerOf = (ruleSet: RuleSet, kind: SituationKind, asOf?: CalendarDate): Speaker => {
  const factOf = (name: string): FactDescription => {
    const fact = kind.facts.get(name);
    if (fact === undefined)
      throw new Error(`${ruleSet.id} names fact ${name}, which its situations do not have`);
    return fact;
  };

  const parameterOf = (name: string): Parameter => {
    const parameter = own(ruleSet.parameters, name);
    if (parameter === undefined) throw new Error(`${ruleSet.id} has no parameter ${name}`);
    return parameter;
  };

  /** The day so long before the day of judgement. */
  const before = (name: string): string => {
    const parameter = parameterOf(name);
    const period = periodOf(parameter);
    const words = `判定日の${parameterValue(parameter)}前`;
    return asOf === undefined || period === null
      ? words
      : `${japaneseDate(minusPeriod(asOf, period))}（${words}）`;
  };

  const limitOf = ({ fact, value }: Comparison): string => {
    if (isReference(value)) {
      if (value.params !== undefined) return before(value.params.parameter);
      if (value.fact === 'date.asOf')
        return asOf === undefined ? '判定日' : `${japaneseDate(asOf)}（判定日）`;
      if (value.fact.startsWith('param.')) {
        const parameter = parameterOf(value.fact.slice('param.'.length));
        return `${parameterValue(parameter)}（${parameter.label}）`;
      }
      return quoted(factOf(value.fact).label);
    }
    const description: FactDescription =
      fact === COUNT_BEFORE ? { type: 'integer', label: '', origin: '' } : factOf(fact);
    if (Array.isArray(value)) return value.map((item) => quoted(worded(item, description))).join('');
    const text = inItsUnit(value as FactValue, description);
    const plain = value !== null && (description.type === 'integer' || description.type === 'date');
    return plain ? text : quoted(text);
  };

  return {
    subject: ({ fact, params }) =>
      params === undefined
        ? factOf(fact).label
        : `${factOf(params.fact).label}のうち${before(params.parameter)}より前のものの数`,
    value: ({ fact, params }, value) =>
      inItsUnit(value, params === undefined ? factOf(fact) : { type: 'integer', label: '', origin: '' }) ||
      '（なし）',
    predicate: (comparison, holds = true) =>
      PREDICATES[holds ? comparison.operator : OPPOSITES[comparison.operator]](limitOf(comparison)),
  };
};
