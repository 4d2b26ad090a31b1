import { type BackTestResult, type ChangedCase, casesKept, type RuleCount } from '#app/domain/backTest.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Facts } from '#app/domain/verdict.ts';
import { caseColumns, compileRules } from '#rules/compile/index.ts';
import type { Judged } from '#rules/compile/masses.ts';
import { bitAt } from '#rules/compile/values.ts';
import { own, type RuleSet } from '#rules/ruleset.ts';
import type { SituationKind } from '#rules/situation.ts';

/** A stored decision as a back-test reads it: its facts, its outcome, and the ids of the rules that applied, by commas. */
export type PastDecision = {
  id: string;
  asOf: CalendarDate;
  outcome: string;
  facts: Facts;
  rules: string;
};

export type Collector = {
  /** Judges one page of decisions; nothing of it is held afterwards but counts and the changed cases kept. */
  add(page: readonly PastDecision[]): void;
  result(): BackTestResult;
};

/** A list of rules that applied once, in the bits of the draft. */
type Earlier = { bits: Int32Array; unknown: readonly string[]; count: number };

/** A count for each pair of names. */
const pairCounts = () => {
  const byBefore = new Map<string, Map<string, number>>();
  return {
    add: (before: string, after: string): void => {
      let byAfter = byBefore.get(before);
      if (byAfter === undefined) {
        byAfter = new Map();
        byBefore.set(before, byAfter);
      }
      byAfter.set(after, (byAfter.get(after) ?? 0) + 1);
    },
    all: (): BackTestResult['outcomes'] =>
      [...byBefore].flatMap(([before, byAfter]) =>
        [...byAfter].map(([after, count]) => ({ before, after, count })),
      ),
  };
};

/** Adds one to the count of each rule whose bit is set. */
const countBits = (counts: Float64Array, word: number, set: number): void => {
  for (let bits = set; bits !== 0; bits &= bits - 1) {
    const rule = word * 31 + 31 - Math.clz32(bits & -bits);
    counts[rule] = (counts[rule] ?? 0) + 1;
  }
};

/**
 * Judges past decisions again under a draft and collects what would change. Decisions whose record lacks a fact that
 * the draft looks at, or holds a value that is no value of it any more, are counted under that fact and left out.
 */
export const collectorOf = (draft: RuleSet, kind: SituationKind): Collector => {
  const compiled = compileRules(draft, kind);
  const ids = draft.rules.map(({ id }) => id);
  const positions = new Map(ids.map((id, position) => [id, position]));
  const words = Math.ceil(ids.length / 31);
  const earlier = new Map<string, Earlier>();
  const missing = new Map<string, number>();
  const outcomes = pairCounts();
  const after = new Float64Array(ids.length);
  const come = new Float64Array(ids.length);
  const gone = new Float64Array(ids.length);
  const otherOutcome: ChangedCase[] = [];
  const otherReasons: ChangedCase[] = [];
  const changed = { outcome: 0, reasons: 0 };
  let decisions = 0;
  let judgedCount = 0;

  const earlierOf = (rules: string): Earlier => {
    const known = earlier.get(rules);
    if (known !== undefined) return known;
    const bits = new Int32Array(words);
    const unknown: string[] = [];
    for (const rule of rules === '' ? [] : rules.split(',')) {
      const position = positions.get(rule);
      if (position === undefined) {
        unknown.push(rule);
        continue;
      }
      const { word, bit } = bitAt(position);
      bits[word] = (bits[word] ?? 0) | bit;
    }
    const made = { bits, unknown, count: 0 };
    earlier.set(rules, made);
    return made;
  };

  /** The fact for want of which a decision cannot be judged. */
  const lackOf = (facts: Facts, names: Iterable<string>): string | undefined => {
    for (const name of names) if (own(facts, name) === undefined) return name;
    return undefined;
  };
  const unreadable = (error: unknown): string => {
    const fact = error instanceof TypeError && compiled.facts.find((name) => error.message.includes(name));
    if (!fact) throw error;
    return fact;
  };

  const changedCase = (past: PastDecision, outcome: string, now: readonly string[]): ChangedCase => {
    const before = past.rules === '' ? [] : past.rules.split(',');
    return {
      verdictId: past.id,
      asOf: past.asOf,
      before: past.outcome,
      after: outcome,
      come: now.filter((rule) => !before.includes(rule)),
      gone: before.filter((rule) => !now.includes(rule)),
    };
  };

  const compare = (past: PastDecision, judged: Judged, index: number): void => {
    const outcome = judged.outcomes[judged.outcome[index] ?? 0] ?? '';
    outcomes.add(past.outcome, outcome);
    const then = earlierOf(past.rules);
    then.count += 1;
    let differs = then.unknown.length > 0;
    for (let word = 0; word < words; word += 1) {
      const now = judged.fired[index * words + word] ?? 0;
      const was = then.bits[word] ?? 0;
      countBits(after, word, now);
      if (now === was) continue;
      differs = true;
      countBits(come, word, now & ~was);
      countBits(gone, word, was & ~now);
    }
    if (outcome !== past.outcome) {
      changed.outcome += 1;
      if (otherOutcome.length < casesKept)
        otherOutcome.push(changedCase(past, outcome, judged.decided(index).rules));
    } else if (differs) {
      changed.reasons += 1;
      if (otherReasons.length < casesKept)
        otherReasons.push(changedCase(past, outcome, judged.decided(index).rules));
    }
  };

  const ruleCounts = (): readonly RuleCount[] => {
    const before = new Map<string, number>();
    for (const [rules, { count }] of earlier) {
      for (const rule of rules === '' ? [] : rules.split(','))
        before.set(rule, (before.get(rule) ?? 0) + count);
    }
    const ofDraft = ids.map((rule, position) => ({
      rule,
      before: before.get(rule) ?? 0,
      after: after[position] ?? 0,
      come: come[position] ?? 0,
      gone: gone[position] ?? 0,
    }));
    const dropped = [...before]
      .filter(([rule]) => !positions.has(rule))
      .map(([rule, count]) => ({ rule, before: count, after: 0, come: 0, gone: count }));
    return [...ofDraft, ...dropped];
  };

  return {
    add: (page) => {
      const cases = caseColumns(kind.facts, compiled.facts);
      const readable: PastDecision[] = [];
      for (const past of page) {
        decisions += 1;
        // A fact that one decision lacks, most lack; any other lack is told by the columns, which read every fact anyway.
        let lacking = missing.size === 0 ? undefined : lackOf(past.facts, missing.keys());
        try {
          if (lacking === undefined) cases.add(past.asOf, past.facts);
        } catch (error) {
          lacking = lackOf(past.facts, compiled.facts) ?? unreadable(error);
        }
        if (lacking === undefined) readable.push(past);
        else missing.set(lacking, (missing.get(lacking) ?? 0) + 1);
      }
      judgedCount += readable.length;
      const judged = compiled.masses(cases);
      for (const [index, past] of readable.entries()) compare(past, judged, index);
    },
    result: () => ({
      decisions,
      judged: judgedCount,
      missing: [...missing].map(([fact, count]) => ({ fact, count })),
      outcomes: outcomes.all(),
      rules: ruleCounts(),
      changed: { ...changed },
      cases: [...otherOutcome, ...otherReasons].slice(0, casesKept),
    }),
  };
};
