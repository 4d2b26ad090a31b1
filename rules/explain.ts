import type { ConditionInWords, ExplainedRule, Explanation } from '#app/domain/explanation.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { type Mark, runEngine } from './engine.ts';
import { factsUsed, messageOf, sourceOf } from './judge.ts';
import { situationOf } from './replay.ts';
import { type Comparison, type Condition, own, type RuleSet } from './ruleset.ts';
import type { ReadSituation, SituationKind } from './situation.ts';
import { situationKind } from './situations/index.ts';
import { type Speaker, speakerOf } from './wording.ts';

/** A comparison of the tree as it must come out: turned over, or left as it is. */
type Requirement = { facts: readonly string[]; turned: boolean; words: string };
type Way = readonly Requirement[];

/** Ways kept while a tree is walked, and ways shown: beyond a few, nobody reads on. */
const WAYS_KEPT = 24;
const WAYS_SHOWN = 3;

type Walked = { condition: ConditionInWords; ways(wanted: boolean): readonly Way[] };

const turns = (way: Way): number => way.filter(({ turned }) => turned).length;

const fewest = (ways: readonly Way[]): readonly Way[] =>
  ways.toSorted((a, b) => turns(a) - turns(b)).slice(0, WAYS_KEPT);

/** Every way through all of them together. */
const together = (choices: readonly (readonly Way[])[]): readonly Way[] =>
  choices.reduce<readonly Way[]>(
    (sofar, ways) => fewest(sofar.flatMap((way) => ways.map((more) => [...way, ...more]))),
    [[]],
  );

const oneOf = (choices: readonly (readonly Way[])[]): readonly Way[] => fewest(choices.flat());

/** Walks a condition beside its marks: its words, and the ways in which it could come out as wanted. */
const walk = (ruleSet: RuleSet, speaker: Speaker, condition: Condition, mark: Mark): Walked => {
  if ('condition' in condition) {
    const shared = own(ruleSet.sharedConditions, condition.condition);
    if (shared === undefined) throw new Error(`${ruleSet.id} has no shared condition ${condition.condition}`);
    const walked = walk(ruleSet, speaker, shared.conditions, mark);
    return { ...walked, condition: { ...walked.condition, title: shared.title } };
  }
  if (('all' in condition || 'any' in condition) && (mark.kind === 'all' || mark.kind === 'any')) {
    const conditions = 'all' in condition ? condition.all : condition.any;
    const parts = mark.parts.map((part, index) =>
      walk(ruleSet, speaker, conditions[index] as Condition, part),
    );
    const every = mark.kind === 'all';
    return {
      condition: { kind: mark.kind, holds: mark.holds, parts: parts.map((part) => part.condition) },
      ways: (wanted) => (wanted === every ? together : oneOf)(parts.map((part) => part.ways(wanted))),
    };
  }
  if ('not' in condition && mark.kind === 'not') {
    const part = walk(ruleSet, speaker, condition.not, mark.part);
    return {
      condition: { kind: 'not', holds: mark.holds, part: part.condition },
      ways: (wanted) => part.ways(!wanted),
    };
  }
  if (!('fact' in condition) || mark.kind !== 'comparison')
    throw new Error(`${ruleSet.id}: the marks do not follow the conditions`);
  return compared(speaker, condition, mark);
};

const compared = (
  speaker: Speaker,
  comparison: Comparison,
  mark: Extract<Mark, { kind: 'comparison' }>,
): Walked => {
  const subject = speaker.subject(comparison);
  return {
    condition: {
      kind: 'comparison',
      holds: mark.holds,
      subject,
      value: speaker.value(comparison, mark.value),
      predicate: speaker.predicate(comparison),
    },
    ways: (wanted) => [
      [
        {
          facts: [comparison.params?.fact ?? comparison.fact],
          turned: mark.holds !== wanted,
          words: `${subject}が${speaker.predicate(comparison, wanted)}`,
        },
      ],
    ],
  };
};

/**
 * What to change, without what is right already: of the comparisons that stay, only those about a fact that changes
 * are said, because the new value has to meet them too.
 */
const changesOf = (ways: readonly Way[]): readonly (readonly string[])[] => {
  const said = ways.map((way) => {
    const changing = new Set(way.filter(({ turned }) => turned).flatMap(({ facts }) => facts));
    return [
      ...new Set(
        way.filter(({ facts }) => facts.some((fact) => changing.has(fact))).map(({ words }) => words),
      ),
    ];
  });
  const different = new Map(said.map((words) => [words.join('\n'), words]));
  return [...different.values()].filter((words) => words.length > 0).slice(0, WAYS_SHOWN);
};

/**
 * 理由: every rule of the set on one situation, what each condition saw, and what would have to be otherwise. The trees
 * are those of the engine's own marks.
 */
export const explain = async (
  ruleSet: RuleSet,
  kind: SituationKind,
  situation: ReadSituation,
): Promise<Explanation> => {
  const { asOf } = situation;
  const speaker = speakerOf(ruleSet, kind, asOf);
  const run = await runEngine(ruleSet, factsUsed(ruleSet, situation.facts), asOf);
  const marked = new Map(run.rules.map((rule) => [rule.rule, rule]));
  const scope =
    ruleSet.appliesWhen && run.appliesWhen && walk(ruleSet, speaker, ruleSet.appliesWhen, run.appliesWhen);

  const rules = ruleSet.rules.map((rule): ExplainedRule => {
    const ran = marked.get(rule.id);
    if (ran === undefined) throw new Error(`${ruleSet.id}: the engine did not look at ${rule.id}`);
    const walked = walk(ruleSet, speaker, rule.conditions, ran.mark);
    const fired = run.applicable && ran.fired;
    return {
      rule: rule.id,
      title: rule.title,
      source: sourceOf(ruleSet, rule.source),
      fired,
      message: fired ? messageOf(ruleSet, kind, situation, rule) : null,
      condition: walked.condition,
      otherwise: changesOf(walked.ways(!ran.fired)),
    };
  });
  return {
    ruleSet: ruleSet.id,
    title: ruleSet.title,
    version: ruleSet.version,
    asOf,
    appliesWhen: scope?.condition ?? null,
    applicable: run.applicable,
    rules,
  };
};

/** The explanation of a stored verdict by the version it names; null when that version is not among these. */
export const explainVerdict = async (
  versions: readonly RuleSet[],
  verdict: Verdict,
): Promise<Explanation | null> => {
  const { ruleSet: id, version, hash } = verdict;
  const ruleSet = versions.find((one) => one.id === id && one.version === version && one.hash === hash);
  const kind = ruleSet && situationKind(ruleSet.id);
  return ruleSet === undefined || kind === undefined ? null : explain(ruleSet, kind, situationOf(verdict));
};
