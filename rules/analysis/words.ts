import { type Condition, own, type RuleSet } from '#rules/ruleset.ts';
import type { SituationKind } from '#rules/situation.ts';
import { speakerOf } from '#rules/wording.ts';

/** A condition in one line: 「直近の求人申込日が判定日の1年前より前である」. */
export type Words = (condition: Condition) => string;

export const wordsOf = (ruleSet: RuleSet, kind: SituationKind): Words => {
  const speaker = speakerOf(ruleSet, kind);
  const words: Words = (condition) => {
    if ('all' in condition) return condition.all.map(words).join('、かつ、');
    if ('any' in condition) return condition.any.map(words).join('、または、');
    if ('not' in condition) return `次を満たさない：${words(condition.not)}`;
    if ('condition' in condition)
      return own(ruleSet.sharedConditions, condition.condition)?.title ?? condition.condition;
    return `${speaker.subject(condition)}が${speaker.predicate(condition)}`;
  };
  return words;
};
