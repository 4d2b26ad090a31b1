import { type CalendarDate, parseCalendarDate } from '#app/domain/calendar.ts';
import type { DescribedFact, DescribedRuleSet, Explanation, ToldReason } from '#app/domain/explanation.ts';
import type { BehaviourChange, FieldChange, LabelledValue } from '#app/domain/ruleComparison.ts';
import type { ListedRuleVersion } from '#app/domain/ruleVersion.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { arrange, inOrder } from './arrange.ts';
import { behaviourChanges } from './behaviour.ts';
import { compareRuleSets } from './compare.ts';
import { describeFacts, describeRuleSet, describeSituations } from './describe.ts';
import { explainVerdict } from './explain.ts';
import { explainToEmployer } from './explainToEmployer.ts';
import { readRuleFiles } from './files.ts';
import { judge } from './judge.ts';
import type { RuleFileProblem } from './load.ts';
import { own, type RuleSet, type RuleSetId } from './ruleset.ts';
import { SituationError } from './situation.ts';
import { situationKind } from './situations/index.ts';
import { placeForEditors } from './source.ts';

/** A rule set in force, in words, with the facts its rules may look at. */
export type ReadRuleSet = { described: DescribedRuleSet; facts: readonly DescribedFact[] };

/** One version in words, with the situation of each example by the example's id. */
export type ReadVersion = {
  described: DescribedRuleSet;
  situations: Readonly<Record<string, readonly LabelledValue[] | null>>;
};

/** What is written differently in two versions, and what they do differently. */
export type ComparedVersions = { changes: readonly FieldChange[]; behaviour: readonly BehaviourChange[] };

/** The rule sets of an installation, by name and date. */
export interface RuleCatalogue {
  /**
   * The verdict of the version in force on the situation's own `asOf`.
   * @throws SituationError on bad input, UnknownRuleSet when there is no such rule set.
   */
  decide(ruleSetId: RuleSetId, situation: unknown): Promise<Verdict>;
  /** A parameter of the version in force on that day: an integer in its unit, or a date. */
  parameter(ruleSetId: RuleSetId, name: string, asOf: CalendarDate): number | string;
  /**
   * The version with the latest `effective.from` on or before that day; of two from the same day, the higher number.
   * @throws NotInForce when there is none.
   */
  inForce(ruleSetId: RuleSetId, asOf: CalendarDate): RuleSet;
  /** Every version of every rule set, by name, then by the day it comes into force. */
  all(): readonly RuleSet[];
  /** How a stored verdict came about, rule by rule; null when the version it names is not known any more. */
  explain(verdict: Verdict): Promise<Explanation | null>;
  /** The reasons of a stored verdict that an employer may know, with what would have to be otherwise. */
  explainToEmployer(verdict: Verdict): Promise<readonly ToldReason[]>;
  /** The rule sets in force on that day as people read them, by name. */
  read(asOf: CalendarDate): readonly ReadRuleSet[];
  /** Every version of a rule set, the newest first; none when there is no such rule set. */
  versions(ruleSetId: string, asOf: CalendarDate): readonly ListedRuleVersion[];
  /** One version in words, whenever it is in force; null when it is not known. */
  version(ruleSetId: string, version: string): ReadVersion | null;
  /** Two versions of one rule set beside each other; null when one of them is not known. */
  compare(ruleSetId: string, before: string, after: string): Promise<ComparedVersions | null>;
}

export class UnknownRuleSet extends Error {
  override readonly name = 'UnknownRuleSet';
}

export class NotInForce extends Error {
  override readonly name = 'NotInForce';
}

/** Rule files that may not come into force; every problem of every file. */
export class RuleFilesError extends Error {
  override readonly name = 'RuleFilesError';
  readonly problems: readonly RuleFileProblem[];
  constructor(problems: readonly RuleFileProblem[]) {
    super(problems.map(problemLine).join('\n'));
    this.problems = problems;
  }
}

/** `eligibility/visit-required.json:12:7: …` */
export const problemLine = ({ file, message, ...place }: RuleFileProblem): string =>
  `${file}:${placeForEditors(place)}: ${message}`;

/** What was found in a directory of rule files. */
export type CheckedDirectory = { ruleSets: readonly RuleSet[]; problems: readonly RuleFileProblem[] };

/** Loads and checks every rule file of a directory, examples included, as if nothing had been known before. */
export const checkDirectory = async (directory: string): Promise<CheckedDirectory> => {
  const { fresh, problems } = arrange(await readRuleFiles(directory), []);
  return { ruleSets: fresh.map(({ ruleSet }) => ruleSet).toSorted(inOrder), problems };
};

/** The name of one version, `eligibility/visit-required@1.0.0`. */
export const versionKey = ({ ruleSet, version }: { ruleSet: string; version: string }): string =>
  `${ruleSet}@${version}`;

/** The catalogue of these versions; those among `cancelled` are known and never in force. */
export const catalogueOf = (
  versions: readonly RuleSet[],
  cancelled: ReadonlySet<string> = new Set(),
): RuleCatalogue => {
  const ruleSets = versions.toSorted(inOrder);
  const standing = ruleSets.filter(({ id, version }) => !cancelled.has(versionKey({ ruleSet: id, version })));

  const inForce = (ruleSetId: RuleSetId, asOf: CalendarDate): RuleSet => {
    parseCalendarDate(asOf);
    const named = standing.filter(({ id }) => id === ruleSetId);
    if (named.length === 0) throw new UnknownRuleSet(`no rule set ${ruleSetId}`);
    const latest = named.findLast(({ effective }) => effective.from <= asOf);
    if (latest === undefined || (latest.effective.to !== null && latest.effective.to < asOf)) {
      throw new NotInForce(`no version of ${ruleSetId} is in force on ${asOf}`);
    }
    return latest;
  };

  const decide = async (ruleSetId: RuleSetId, situation: unknown): Promise<Verdict> => {
    const kind = situationKind(ruleSetId);
    if (kind === undefined) throw new UnknownRuleSet(`no rule set ${ruleSetId} that judges situations`);
    const read = kind.read(situation);
    try {
      return await judge(inForce(ruleSetId, read.asOf), kind, read);
    } catch (error) {
      if (error instanceof NotInForce) throw new SituationError([{ path: 'asOf', message: error.message }]);
      throw error;
    }
  };

  const parameter = (ruleSetId: RuleSetId, name: string, asOf: CalendarDate): number | string => {
    const found = own(inForce(ruleSetId, asOf).parameters, name);
    if (found === undefined) throw new UnknownRuleSet(`no parameter ${name} in ${ruleSetId}`);
    return found.value;
  };

  const read = (asOf: CalendarDate): readonly ReadRuleSet[] => {
    const latest = new Map(
      standing
        .filter(({ effective: { from, to } }) => from <= asOf && (to === null || asOf <= to))
        .map((ruleSet) => [ruleSet.id, ruleSet] as const),
    );
    return [...latest.values()].map((ruleSet) => ({
      described: describeRuleSet(ruleSet),
      facts: describeFacts(ruleSet),
    }));
  };

  const explain = (verdict: Verdict): Promise<Explanation | null> => explainVerdict(ruleSets, verdict);

  const find = (id: string, number: string): RuleSet | undefined =>
    ruleSets.find((ruleSet) => ruleSet.id === id && ruleSet.version === number);

  const versionsOf = (id: string, asOf: CalendarDate): readonly ListedRuleVersion[] => {
    const all = ruleSets.filter((ruleSet) => ruleSet.id === id);
    const begun = standing.findLast((ruleSet) => ruleSet.id === id && ruleSet.effective.from <= asOf);
    const current = begun?.effective.to != null && begun.effective.to < asOf ? undefined : begun;
    return all.toReversed().map((ruleSet) => ({
      version: ruleSet.version,
      title: ruleSet.title,
      effective: ruleSet.effective,
      state: !standing.includes(ruleSet)
        ? 'cancelled'
        : ruleSet === current
          ? 'current'
          : ruleSet.effective.from > asOf
            ? 'coming'
            : 'former',
    }));
  };

  const version = (id: string, number: string): ReadVersion | null => {
    const ruleSet = find(id, number);
    return ruleSet === undefined
      ? null
      : { described: describeRuleSet(ruleSet), situations: describeSituations(ruleSet) };
  };

  const compare = async (id: string, from: string, to: string): Promise<ComparedVersions | null> => {
    const [before, after] = [find(id, from), find(id, to)];
    if (before === undefined || after === undefined) return null;
    const kind = situationKind(before.id);
    return {
      changes: compareRuleSets(before, after),
      behaviour: kind ? await behaviourChanges(before, after, kind) : [],
    };
  };

  return {
    decide,
    parameter,
    inForce,
    all: () => ruleSets,
    explain,
    explainToEmployer: (verdict) => explainToEmployer(ruleSets, verdict),
    read,
    versions: versionsOf,
    version,
    compare,
  };
};

/** The catalogue of a directory of rule files. @throws RuleFilesError with every problem when any file is broken. */
export const loadCatalogue = async (directory: string): Promise<RuleCatalogue> => {
  const { ruleSets, problems } = await checkDirectory(directory);
  if (problems.length > 0) throw new RuleFilesError(problems);
  return catalogueOf(ruleSets);
};
