import type { Verdict } from '#app/domain/verdict.ts';
import type { RuleCatalogue } from './catalogue.ts';
import { judge } from './judge.ts';
import { officeCalendar } from './officeCalendar.ts';
import type { RuleSet } from './ruleset.ts';
import type { ReadSituation, SituationKind } from './situation.ts';
import { situationKind } from './situations/index.ts';

/** What a stored verdict was given on: its day, its facts, and the office's days where a due date was counted. */
export const situationOf = ({ asOf, facts, officeDays }: Verdict): ReadSituation => ({
  asOf,
  facts,
  ...(officeDays && { calendar: officeCalendar(officeDays) }),
});

/**
 * Judges the facts of a stored verdict again. With the version the verdict names the bytes must be the same; with
 * another version the difference is what that version changes.
 */
export const rejudge = (ruleSet: RuleSet, kind: SituationKind, verdict: Verdict): Promise<Verdict> =>
  judge(ruleSet, kind, situationOf(verdict));

/** Why a stored verdict is not what its version says today. */
export type Difference =
  | { why: 'unknown-version'; version: string; hash: string }
  | { why: 'changed'; parts: readonly string[]; before: string; after: string };

const partsThatDiffer = (before: Verdict, after: Verdict): readonly string[] => {
  const parts = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Verdict)[];
  return parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
};

/** Replays a stored verdict with the version it names; null when every byte is the same. */
export const differenceOf = async (
  catalogue: RuleCatalogue,
  verdict: Verdict,
): Promise<Difference | null> => {
  const { ruleSet: id, version, hash } = verdict;
  const ruleSet = catalogue
    .all()
    .find((one) => one.id === id && one.version === version && one.hash === hash);
  const kind = ruleSet && situationKind(ruleSet.id);
  if (ruleSet === undefined || kind === undefined) return { why: 'unknown-version', version, hash };
  const after = await rejudge(ruleSet, kind, verdict);
  const parts = partsThatDiffer(verdict, after);
  return parts.length === 0 ? null : { why: 'changed', parts, before: verdict.outcome, after: after.outcome };
};
