import type { CalendarDate } from './calendar.ts';
import type { RuleSource } from './verdict.ts';

/** One condition of a rule in the words of the fact catalogue, with what it came to. `title` names a shared condition. */
export type ExplainedCondition =
  | { kind: 'all' | 'any'; holds: boolean; title?: string; parts: readonly ExplainedCondition[] }
  | { kind: 'not'; holds: boolean; title?: string; part: ExplainedCondition }
  | {
      kind: 'comparison';
      holds: boolean;
      title?: string;
      /** What was looked at: 「直近の求人申込日」. */
      subject: string;
      /** What was seen: 「2025年1月10日」, or what its absence means. */
      value: string;
      /** What it was held against: 「2025年11月24日(判定日の1年前)より前である」. */
      condition: string;
    };

/** One rule of the set, whether it applied or not. */
export type ExplainedRule = {
  rule: string;
  title: string;
  source: RuleSource;
  fired: boolean;
  /** What the reader was told; null where the rule did not apply. */
  message: string | null;
  condition: ExplainedCondition;
  /**
   * What would have to be otherwise for the rule to come out the other way: any one of these, each with everything it
   * takes. The fewest changes come first.
   */
  otherwise: readonly (readonly string[])[];
};

/** 理由: how a verdict came about, rule by rule, in words for people. */
export type Explanation = {
  ruleSet: string;
  title: string;
  version: string;
  asOf: CalendarDate;
  /** Whom the rule set is about, where it is not about everybody. */
  appliesWhen: ExplainedCondition | null;
  applicable: boolean;
  rules: readonly ExplainedRule[];
};
