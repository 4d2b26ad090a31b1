import {
  addDays,
  type CalendarDate,
  compareDates,
  lastOpenDayOnOrBefore,
  type OfficeCalendar,
} from '#app/domain/calendar.ts';
import type { DueDateBasis, Facts, FactValue, Reason, RuleSource, Verdict } from '#app/domain/verdict.ts';
import { type EngineRun, factsSeen, type Mark, runEngine } from './engine.ts';
import type { FactDescription } from './facts.ts';
import { filled, formatted, type Hole, worded } from './message.ts';
import { denyOf, outcomeOf } from './outcome.ts';
import { own, type Rule, type RuleSet } from './ruleset.ts';
import { type ReadSituation, SituationError, type SituationKind } from './situation.ts';

const named = <Item extends { id: string }>(items: readonly Item[], id: string): Item => {
  const item = items.find((candidate) => candidate.id === id);
  if (!item) throw new Error(`no ${id} in the rule file`);
  return item;
};

/** A source of the rule file by its id, as a verdict quotes it. */
export const sourceOf = (ruleSet: RuleSet, id: string): RuleSource => {
  const { document, quote, interpretation } = named(ruleSet.sources, id);
  return { document, quote, ...(interpretation !== undefined && { interpretation }) };
};

/** The facts the rule set lists, in the order of the file. @throws SituationError naming one that the case does not give. */
export const factsUsed = (ruleSet: RuleSet, facts: Facts): Facts =>
  Object.fromEntries(
    Object.keys(ruleSet.facts).map((name): [string, FactValue] => {
      const value = own(facts, name);
      if (value === undefined) throw new SituationError([{ path: `facts.${name}`, message: 'is missing' }]);
      return [name, value];
    }),
  );

const PARAMETER = 'param.';
const AS_OF: FactDescription = { type: 'date', label: '判定日', origin: 'asOf' };

/** What fills the hole of that name in a message. @throws Error when nothing does. */
const wordFor = (
  ruleSet: RuleSet,
  kind: SituationKind,
  situation: ReadSituation,
  { name, format }: Hole,
): string => {
  if (name === 'date.asOf') return worded(situation.asOf, AS_OF);
  if (name.startsWith(PARAMETER)) {
    const parameter = own(ruleSet.parameters, name.slice(PARAMETER.length));
    if (parameter) {
      const { type, label } = parameter;
      return formatted(parameter.value, { type, label, origin: ruleSet.id }, format);
    }
  }
  const fact = kind.facts.get(name);
  const value = own(situation.facts, name);
  if (fact === undefined || value === undefined)
    throw new Error(`${ruleSet.id}: nothing fills the hole {{${name}}}`);
  return formatted(value, fact, format);
};

/** What the reader is told when the rule applies. */
export const messageOf = (
  ruleSet: RuleSet,
  kind: SituationKind,
  situation: ReadSituation,
  rule: Rule,
): string => filled(rule.message, (hole) => wordFor(ruleSet, kind, situation, hole));

const factsOf = (mark: Mark, facts: Facts): Facts => {
  const seen = new Set(factsSeen(mark));
  return Object.fromEntries(Object.entries(facts).filter(([name]) => seen.has(name)));
};

/** The calendar's answer, or bad input: the office never opens in that time, or its holidays are not known. */
const lastOpenDay = (
  date: CalendarDate,
  calendar: OfficeCalendar,
  notBefore: CalendarDate,
): Pick<DueDateBasis, 'closed'> & { date: CalendarDate } => {
  try {
    const open = lastOpenDayOnOrBefore(date, calendar, notBefore);
    if (open !== null) return open;
  } catch (error) {
    if (error instanceof RangeError) throw new SituationError([{ path: 'asOf', message: error.message }]);
    throw error;
  }
  const message = `leaves no open day from ${notBefore} to ${date}`;
  throw new SituationError([{ path: 'officeCalendar.extraClosed', message }]);
};

/** The office's own days that can matter for a due date, in order. */
const officeDaysOf = (ruleSet: RuleSet, { asOf, calendar }: ReadSituation): Pick<Verdict, 'officeDays'> => {
  if (ruleSet.outcome?.dueDate === undefined || calendar === undefined) return {};
  const fromAsOf = (days: Iterable<CalendarDate>): CalendarDate[] =>
    [...days].filter((day) => compareDates(day, asOf) >= 0).toSorted(compareDates);
  const { extraOpen, extraClosed } = calendar;
  return { officeDays: { extraOpen: fromAsOf(extraOpen), extraClosed: fromAsOf(extraClosed.keys()) } };
};

type DueDate = { dueDate: CalendarDate; dueDateBasis: DueDateBasis };

const dueDateOf = (ruleSet: RuleSet, outcome: string, situation: ReadSituation): DueDate | null => {
  const policy = ruleSet.outcome?.dueDate;
  if (policy === undefined || policy.when !== outcome) return null;
  const parameter = own(ruleSet.parameters, policy.parameter);
  if (parameter?.type !== 'integer' || situation.calendar === undefined) {
    throw new Error(`${ruleSet.id}: a due date needs a number of days and an office calendar`);
  }
  const days = parameter.value;
  const rawDate = addDays(situation.asOf, days);
  const open = lastOpenDay(rawDate, situation.calendar, situation.asOf);
  return { dueDate: open.date, dueDateBasis: { from: situation.asOf, days, rawDate, closed: open.closed } };
};

const reasonsOf = (
  ruleSet: RuleSet,
  run: EngineRun,
  facts: Facts,
  message: (rule: Rule) => string,
): Reason[] =>
  run.rules
    .filter(({ fired }) => run.applicable && fired)
    .map(({ rule: id, mark }) => {
      const rule = named(ruleSet.rules, id);
      return {
        rule: id,
        title: rule.title,
        message: message(rule),
        source: sourceOf(ruleSet, rule.source),
        facts: factsOf(mark, facts),
        ...(rule.severity !== undefined && { severity: rule.severity }),
        ...(rule.fields !== undefined && { fields: rule.fields }),
        ...(rule.deny !== undefined && { deny: rule.deny }),
      };
    });

/**
 * The verdict of one rule set on one situation, every reason in file order. The same rule file and the same situation
 * give the same bytes.
 *
 * @throws SituationError when the due date cannot be computed from the calendar.
 */
export const judge = async (
  ruleSet: RuleSet,
  kind: SituationKind,
  situation: ReadSituation,
): Promise<Verdict> => {
  if (ruleSet.outcome === null)
    throw new Error(`${ruleSet.id} holds parameters only, there is nothing to judge`);
  const facts = factsUsed(ruleSet, situation.facts);
  const run = await runEngine(ruleSet, facts, situation.asOf);
  const reasons = reasonsOf(ruleSet, run, facts, (rule) => messageOf(ruleSet, kind, situation, rule));
  const firedRules = reasons.map(({ rule }) => named(ruleSet.rules, rule));
  const outcome = outcomeOf(ruleSet.outcome, run.applicable, firedRules);
  return {
    ruleSet: ruleSet.id,
    version: ruleSet.version,
    hash: ruleSet.hash,
    asOf: situation.asOf,
    outcome,
    reasons,
    ...denyOf(ruleSet.outcome, firedRules),
    ...dueDateOf(ruleSet, outcome, situation),
    ...officeDaysOf(ruleSet, situation),
    facts,
  };
};
