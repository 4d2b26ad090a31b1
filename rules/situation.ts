import type { ErrorObject, SchemaObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type CalendarDate, isCalendarDate, type OfficeCalendar } from '#app/domain/calendar.ts';
import type { Facts, FactValue } from '#app/domain/verdict.ts';
import { checkedFact, type FactDefinition, type FactDescription, fitsFact } from './facts.ts';
import { type OfficeDays, officeCalendar } from './officeCalendar.ts';

/** What is wrong with one field of a situation; the path reads `history[0].appliedOn`. */
export type SituationProblem = { path: string; message: string };

/** Bad input: the situation does not have the shape, or contradicts itself. The message names every field found wrong. */
export class SituationError extends Error {
  readonly problems: readonly SituationProblem[];
  constructor(problems: readonly SituationProblem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    this.name = 'SituationError';
    this.problems = problems;
  }
}

/** A situation once read: the day of judgement, every fact of its catalogue, and the office's calendar where it has one. */
export type ReadSituation = { asOf: CalendarDate; facts: Facts; calendar?: OfficeCalendar };

/** The kind of case a rule set judges. */
export type SituationKind = {
  /** The facts that can be built from it, by name. */
  facts: ReadonlyMap<string, FactDescription>;
  hasCalendar: boolean;
  /**
   * Reads the records of a case, or its facts as they are: `{ asOf, facts: { 'fact.name': value }, officeCalendar? }`.
   * @throws SituationError
   */
  read(value: unknown): ReadSituation;
};

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, verbose: true });
ajv.addFormat('calendarDate', { type: 'string', validate: isCalendarDate });
ajv.addFormat('clockTime', { type: 'string', validate: /^([01]\d|2[0-3]):[0-5]\d$/ });

const FORMATS: Readonly<Record<string, string>> = {
  calendarDate: 'an existing date YYYY-MM-DD',
  clockTime: 'a time HH:MM from 00:00 to 23:59',
};

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

const pathOf = (pointer: string, last?: string): string => {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (last !== undefined) steps.push(last);
  const path = steps.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`)).join('');
  return path === '' ? 'situation' : path.replace(/^\./, '');
};

const problemOf = ({ keyword, params, data, instancePath, message }: ErrorObject): SituationProblem => {
  switch (keyword) {
    case 'required':
      return { path: pathOf(instancePath, String(params.missingProperty)), message: 'is missing' };
    case 'additionalProperties':
      return {
        path: pathOf(instancePath, String(params.additionalProperty)),
        message: 'is not a known field',
      };
    case 'enum':
      return {
        path: pathOf(instancePath),
        message: `must be one of ${params.allowedValues.map((value: unknown) => (value === null ? 'null' : String(value))).join(', ')} (read: ${shown(data)})`,
      };
    case 'type':
      return {
        path: pathOf(instancePath),
        message: `must be ${[params.type].flat().join(' or ')} (read: ${shown(data)})`,
      };
    case 'format':
      return {
        path: pathOf(instancePath),
        message: `must be ${FORMATS[params.format]} (read: ${shown(data)})`,
      };
    default:
      return { path: pathOf(instancePath), message: `${message ?? keyword} (read: ${shown(data)})` };
  }
};

/** A case said by its facts instead of the records they are built from. */
type ByFacts = { asOf: CalendarDate; facts: Facts; officeCalendar?: OfficeDays };

const days = { type: 'array', items: { type: 'string', format: 'calendarDate' } };

const isByFacts = ajv.compile<ByFacts>({
  type: 'object',
  additionalProperties: false,
  required: ['asOf', 'facts'],
  properties: {
    asOf: { type: 'string', format: 'calendarDate' },
    facts: { type: 'object' },
    officeCalendar: {
      type: 'object',
      additionalProperties: false,
      required: ['extraOpen', 'extraClosed'],
      properties: { extraOpen: days, extraClosed: days },
    },
  },
});

const saysFacts = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'facts');

/** Facts that are left out are missed only by a rule set that looks at them. */
const readByFacts = (
  value: unknown,
  known: ReadonlyMap<string, FactDescription>,
  hasCalendar: boolean,
): ReadSituation => {
  if (!isByFacts(value)) throw new SituationError((isByFacts.errors ?? []).map(problemOf));
  const problems = Object.entries(value.facts).flatMap(([name, said]): SituationProblem[] => {
    const path = `facts.${name}`;
    const fact = known.get(name);
    if (fact === undefined) return [{ path, message: 'is not a known fact' }];
    return fitsFact(said, fact) ? [] : [{ path, message: `must be ${fact.type} (read: ${shown(said)})` }];
  });
  if (problems.length > 0) throw new SituationError(problems);
  const calendar = officeCalendar(value.officeCalendar ?? { extraOpen: [], extraClosed: [] });
  return { asOf: value.asOf, facts: value.facts, ...(hasCalendar && { calendar }) };
};

/**
 * Declares a kind of situation: its JSON Schema (`additionalProperties: false`, bounded lengths), the checks a schema
 * cannot express, and its facts. `asOf` is part of every situation; nothing reads a clock.
 */
export const defineSituation = <Situation extends { asOf: CalendarDate }>(definition: {
  /** Puts another way of writing the same situation into the one form that the schema describes. */
  prepare?(value: unknown): unknown;
  schema: SchemaObject;
  check?(situation: Situation): readonly SituationProblem[];
  calendar?(situation: Situation): OfficeCalendar;
  facts: Readonly<Record<string, FactDefinition<Situation>>>;
}): SituationKind => {
  const isSituation = ajv.compile<Situation>(definition.schema);
  const facts = Object.entries(definition.facts);
  const catalogue = new Map(facts);
  const hasCalendar = definition.calendar !== undefined;

  const read = (given: unknown): ReadSituation => {
    if (saysFacts(given)) return readByFacts(given, catalogue, hasCalendar);
    const value = definition.prepare === undefined ? given : definition.prepare(given);
    if (!isSituation(value)) throw new SituationError((isSituation.errors ?? []).map(problemOf));
    const problems = definition.check?.(value) ?? [];
    if (problems.length > 0) throw new SituationError(problems);
    const built = facts.map(([name, fact]): [string, FactValue] => [
      name,
      checkedFact(name, fact.build(value), fact),
    ]);
    const calendar = definition.calendar?.(value);
    return { asOf: value.asOf, facts: Object.fromEntries(built), ...(calendar && { calendar }) };
  };

  return { facts: catalogue, hasCalendar, read };
};
