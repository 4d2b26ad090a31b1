import { addDays, type CalendarDate, minusPeriod } from '#app/domain/calendar.ts';
import type { Facts } from '#app/domain/verdict.ts';
import type { RuleSet } from '#rules/ruleset.ts';
import { type PostingKind, type VisitSituation, visitSituation } from '#rules/situations/visitRequired.ts';

/** A case of the visit rules on its day of judgement. */
export type VisitCase = { asOf: CalendarDate; facts: Facts };

/** Numbers from 0 up to 1 that are the same in every run. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

const KINDS: readonly PostingKind[] = [
  'general',
  'disability_dedicated',
  'trial',
  'disability_trial',
  'disability_short_hours_trial',
];

const pick = <Item>(items: readonly [Item, ...Item[]], chance: number): Item =>
  items[Math.floor(chance * items.length)] ?? items[0];

const situation = (chance: () => number): VisitSituation => {
  const asOf = addDays('2025-04-01', Math.floor(chance() * 600));
  const kinds = (): readonly PostingKind[] =>
    chance() < 0.8 ? ['general'] : KINDS.filter((_, index) => index === 1 || chance() < 0.4);
  const via = () => pick(['mypage', 'mypage', 'mypage', 'counter'] as const, chance());
  const contract = () => pick(['direct', 'direct', 'direct', 'dispatch', 'contracting'] as const, chance());
  return {
    asOf,
    posting: { via: via(), kinds: kinds(), contract: contract() },
    account: { openedBy: pick(['counter', 'online', 'none'] as const, chance()) },
    officeDemand: chance() < 0.05,
    history: Array.from({ length: Math.floor(chance() * 4) }, () => ({
      appliedOn: addDays(asOf, -Math.floor(chance() * 900)),
      via: via(),
      kinds: kinds(),
      contract: contract(),
      accepted: chance() < 0.9,
    })),
    officeCalendar: { extraOpen: [], extraClosed: [] },
  };
};

/** Cases as a counter sees them, always the same ones. */
export const visitCases = (count: number): readonly VisitCase[] => {
  const chance = seeded(20_261_124);
  return Array.from({ length: count }, () => {
    const { asOf, facts } = visitSituation.read(situation(chance));
    return { asOf, facts };
  });
};

/** What the hand-written function looks at, under the names a program would use. */
export type VisitRecord = {
  via: string;
  kinds: readonly string[];
  contract: string;
  openedBy: string;
  officeDemands: boolean;
  lastApplied: string | null;
  lastThroughMypage: string | null;
  lastDisabilityDedicated: string | null;
  lastTrial: string | null;
  lastDisabilityTrial: string | null;
  /** A year before the day of judgement. */
  yearBefore: string;
};

export const recordOf = ({ asOf, facts }: VisitCase): VisitRecord => ({
  via: facts['posting.via'] as string,
  kinds: facts['posting.kinds'] as readonly string[],
  contract: facts['posting.contract'] as string,
  openedBy: facts['account.openedBy'] as string,
  officeDemands: facts['office.demandsVisit'] as boolean,
  lastApplied: facts['history.lastAppliedOn'] as string | null,
  lastThroughMypage: facts['history.lastAppliedThroughMypageOn'] as string | null,
  lastDisabilityDedicated: facts['history.lastDisabilityDedicatedOn'] as string | null,
  lastTrial: facts['history.lastTrialOn'] as string | null,
  lastDisabilityTrial: facts['history.lastDisabilityTrialOn'] as string | null,
  yearBefore: minusPeriod(asOf, { count: 1, unit: 'years' }),
});

const COUNTED_FROM = '2020-01-01';

/** The seven visit conditions as a programmer writes them: one bit for each that applies, -1 when the rules are not about it. */
export function visitByHand(record: VisitRecord): number {
  if (record.via !== 'mypage') return -1;
  const { kinds, lastApplied, lastThroughMypage, lastDisabilityDedicated, lastTrial, lastDisabilityTrial } =
    record;
  let reasons = 0;
  if (record.openedBy !== 'counter' && (lastThroughMypage === null || lastThroughMypage < COUNTED_FROM))
    reasons |= 1;
  if (
    kinds.includes('disability_dedicated') &&
    (lastDisabilityDedicated === null || lastDisabilityDedicated < COUNTED_FROM)
  )
    reasons |= 2;
  if (kinds.includes('trial') && (lastTrial === null || lastTrial < COUNTED_FROM)) reasons |= 4;
  if (
    (kinds.includes('disability_trial') || kinds.includes('disability_short_hours_trial')) &&
    (lastDisabilityTrial === null || lastDisabilityTrial < COUNTED_FROM)
  )
    reasons |= 8;
  if (lastApplied === null || lastApplied < COUNTED_FROM || lastApplied < record.yearBefore) reasons |= 16;
  if (record.contract === 'dispatch' || record.contract === 'contracting') reasons |= 32;
  if (record.officeDemands) reasons |= 64;
  return reasons;
}

/** The same over columns: what a programmer writes who has a million records to judge. Dates are YYYYMMDD, 0 for none. */
export type VisitTable = {
  length: number;
  throughMypage: Uint8Array;
  /** One bit for each kind, in the order general, dedicated, trial, disability trial, short hours. */
  kinds: Uint8Array;
  direct: Uint8Array;
  openedAtCounter: Uint8Array;
  officeDemands: Uint8Array;
  lastApplied: Int32Array;
  lastThroughMypage: Int32Array;
  lastDisabilityDedicated: Int32Array;
  lastTrial: Int32Array;
  lastDisabilityTrial: Int32Array;
  yearBefore: Int32Array;
};

const dayNumber = (day: string | null): number => (day === null ? 0 : Number(day.replaceAll('-', '')));

export const tableOf = (records: readonly VisitRecord[]): VisitTable => {
  const days = (day: (record: VisitRecord) => string | null) =>
    Int32Array.from(records, (record) => dayNumber(day(record)));
  const bits = (bit: (record: VisitRecord) => number | boolean) =>
    Uint8Array.from(records, (record) => Number(bit(record)));
  return {
    length: records.length,
    throughMypage: bits(({ via }) => via === 'mypage'),
    kinds: bits(({ kinds }) =>
      kinds.reduce((sum, kind) => sum | (1 << KINDS.indexOf(kind as PostingKind)), 0),
    ),
    direct: bits(({ contract }) => contract === 'direct'),
    openedAtCounter: bits(({ openedBy }) => openedBy === 'counter'),
    officeDemands: bits(({ officeDemands }) => officeDemands),
    lastApplied: days(({ lastApplied }) => lastApplied),
    lastThroughMypage: days(({ lastThroughMypage }) => lastThroughMypage),
    lastDisabilityDedicated: days(({ lastDisabilityDedicated }) => lastDisabilityDedicated),
    lastTrial: days(({ lastTrial }) => lastTrial),
    lastDisabilityTrial: days(({ lastDisabilityTrial }) => lastDisabilityTrial),
    yearBefore: days(({ yearBefore }) => yearBefore),
  };
};

/** Judges every row; a date that is missing is 0, which is before every other. */
export function visitsByHand(table: VisitTable, reasonsOf: Int32Array): void {
  const { length, throughMypage, kinds, direct, openedAtCounter, officeDemands } = table;
  const {
    lastApplied,
    lastThroughMypage,
    lastDisabilityDedicated,
    lastTrial,
    lastDisabilityTrial,
    yearBefore,
  } = table;
  for (let row = 0; row < length; row += 1) {
    if (throughMypage[row] === 0) {
      reasonsOf[row] = -1;
      continue;
    }
    const kind = kinds[row] as number;
    let reasons = 0;
    if (openedAtCounter[row] === 0 && (lastThroughMypage[row] as number) < 20_200_101) reasons |= 1;
    if ((kind & 2) !== 0 && (lastDisabilityDedicated[row] as number) < 20_200_101) reasons |= 2;
    if ((kind & 4) !== 0 && (lastTrial[row] as number) < 20_200_101) reasons |= 4;
    if ((kind & 24) !== 0 && (lastDisabilityTrial[row] as number) < 20_200_101) reasons |= 8;
    const applied = lastApplied[row] as number;
    if (applied < 20_200_101 || applied < (yearBefore[row] as number)) reasons |= 16;
    if (direct[row] === 0) reasons |= 32;
    if (officeDemands[row] === 1) reasons |= 64;
    reasonsOf[row] = reasons;
  }
}

/** A rule set with its rules many times over, each copy under names of its own and with a period of its own. */
export const manifold = (ruleSet: RuleSet, copies: number): RuleSet => {
  const copy = (value: unknown, suffix: string): unknown =>
    JSON.parse(JSON.stringify(value).replaceAll('"parameter":"gapYears"', `"parameter":"gapYears${suffix}"`));
  const names = Array.from({ length: copies }, (_, index) => `N${index + 1}`);
  const { gapYears } = ruleSet.parameters;
  return {
    ...ruleSet,
    parameters: {
      ...ruleSet.parameters,
      ...Object.fromEntries(
        names.map((name, index) => [
          `gapYears${name}`,
          gapYears?.type === 'integer' ? { ...gapYears, value: 1 + (index % 10) } : gapYears,
        ]),
      ),
    } as RuleSet['parameters'],
    rules: names.flatMap((name) =>
      ruleSet.rules.map((rule) => ({
        ...rule,
        ...(copy(rule, name) as typeof rule),
        id: `${rule.id}${name}`,
      })),
    ),
  };
};
