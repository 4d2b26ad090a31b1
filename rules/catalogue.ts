import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type CalendarDate, compareDates, parseCalendarDate } from '#app/domain/calendar.ts';
import type { DescribedFact, DescribedRuleSet, Explanation } from '#app/domain/explanation.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { describeFacts, describeRuleSet } from './describe.ts';
import { explainVerdict } from './explain.ts';
import { judge } from './judge.ts';
import { loadRuleFile, type RuleFileProblem } from './load.ts';
import { own, type RuleSet, type RuleSetId } from './ruleset.ts';
import { SituationError } from './situation.ts';
import { situationKind } from './situations/index.ts';

/** A rule set in force, in words, with the facts its rules may look at. */
export type ReadRuleSet = { described: DescribedRuleSet; facts: readonly DescribedFact[] };

/** The rule sets of an installation, by name and date. */
export interface RuleCatalogue {
  /**
   * The verdict of the version in force on the situation's own `asOf`.
   * @throws SituationError on bad input, UnknownRuleSet when there is no such rule set.
   */
  decide(ruleSetId: RuleSetId, situation: unknown): Promise<Verdict>;
  /** A parameter of the version in force on that day: an integer in its unit, or a date. */
  parameter(ruleSetId: RuleSetId, name: string, asOf: CalendarDate): number | string;
  /** The version with the latest `effective.from` on or before that day. @throws NotInForce when there is none. */
  inForce(ruleSetId: RuleSetId, asOf: CalendarDate): RuleSet;
  /** Every version of every rule set, by name, then by the day it comes into force. */
  all(): readonly RuleSet[];
  /** How a stored verdict came about, rule by rule; null when the version it names is not known any more. */
  explain(verdict: Verdict): Promise<Explanation | null>;
  /** The rule sets in force on that day as people read them, by name. */
  read(asOf: CalendarDate): readonly ReadRuleSet[];
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
export const problemLine = ({ file, line, column, message }: RuleFileProblem): string =>
  `${file}:${line}:${column}: ${message}`;

/** What was found in a directory of rule files. */
export type CheckedDirectory = { ruleSets: readonly RuleSet[]; problems: readonly RuleFileProblem[] };

/** The rule files of a directory: `<area>/<name>.json` or, for a further version, `<area>/<name>@<version>.json`. */
const ruleFilesIn = async (directory: string): Promise<string[]> => {
  const areas = (await readdir(directory, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const files = await Promise.all(
    areas.map(async ({ name: area }) => {
      const names = await readdir(path.join(directory, area));
      return names.filter((name) => name.endsWith('.json')).map((name) => `${area}/${name}`);
    }),
  );
  return files.flat().toSorted();
};

const misnamed = (file: string, { id, version }: RuleSet): RuleFileProblem[] =>
  file === `${id}.json` || file === `${id}@${version}.json`
    ? []
    : [
        {
          file,
          line: 1,
          column: 1,
          message: `識別名が「${id}」、版が ${version} なので、ファイル名は ${id}.json か ${id}@${version}.json にしてください。`,
        },
      ];

const sameStart = (ruleSets: readonly RuleSet[]): RuleFileProblem[] =>
  ruleSets.flatMap((ruleSet, index) =>
    ruleSets
      .slice(0, index)
      .filter(({ id, effective }) => id === ruleSet.id && effective.from === ruleSet.effective.from)
      .map((other) => ({
        file: `${ruleSet.id}.json`,
        line: 1,
        column: 1,
        message: `${ruleSet.id} の版 ${other.version} と ${ruleSet.version} の適用開始日がどちらも ${ruleSet.effective.from} です。別の日にしてください。`,
      })),
  );

const inOrder = (a: RuleSet, b: RuleSet): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : compareDates(a.effective.from, b.effective.from);

/** Loads and checks every rule file of a directory, examples included, in the order of their names. */
export const checkDirectory = async (directory: string): Promise<CheckedDirectory> => {
  const ruleSets: RuleSet[] = [];
  const problems: RuleFileProblem[] = [];
  for (const file of await ruleFilesIn(directory)) {
    const loaded = await loadRuleFile(file, await readFile(path.join(directory, file)));
    if (loaded.ok) {
      ruleSets.push(loaded.ruleSet);
      problems.push(...misnamed(file, loaded.ruleSet));
    } else {
      problems.push(...loaded.problems);
    }
  }
  return { ruleSets: ruleSets.toSorted(inOrder), problems: [...problems, ...sameStart(ruleSets)] };
};

/** The catalogue of these rule sets. */
export const catalogueOf = (ruleSets: readonly RuleSet[]): RuleCatalogue => {
  const inForce = (ruleSetId: RuleSetId, asOf: CalendarDate): RuleSet => {
    parseCalendarDate(asOf);
    const versions = ruleSets.filter(({ id }) => id === ruleSetId);
    if (versions.length === 0) throw new UnknownRuleSet(`no rule set ${ruleSetId}`);
    const latest = versions
      .filter(({ effective }) => effective.from <= asOf)
      .toSorted(inOrder)
      .at(-1);
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
      ruleSets
        .filter(({ effective: { from, to } }) => from <= asOf && (to === null || asOf <= to))
        .map((ruleSet) => [ruleSet.id, ruleSet] as const),
    );
    return [...latest.values()].map((ruleSet) => ({
      described: describeRuleSet(ruleSet),
      facts: describeFacts(ruleSet),
    }));
  };

  const explain = (verdict: Verdict): Promise<Explanation | null> => explainVerdict(ruleSets, verdict);

  return { decide, parameter, inForce, all: () => ruleSets, explain, read };
};

/** The catalogue of a directory of rule files. @throws RuleFilesError with every problem when any file is broken. */
export const loadCatalogue = async (directory: string): Promise<RuleCatalogue> => {
  const { ruleSets, problems } = await checkDirectory(directory);
  if (problems.length > 0) throw new RuleFilesError(problems);
  return catalogueOf(ruleSets);
};
