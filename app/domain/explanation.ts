import type { CalendarDate } from './calendar.ts';
import type { Feature, Reason, RuleSource, Severity } from './verdict.ts';

/**
 * One condition of a rule in the words of the fact catalogue. `holds` and `value` are what it came to and what was seen;
 * null where a rule is only read and nothing was judged. `title` names a shared condition.
 */
export type ConditionInWords =
  | { kind: 'all' | 'any'; holds: boolean | null; title?: string; parts: readonly ConditionInWords[] }
  | { kind: 'not'; holds: boolean | null; title?: string; part: ConditionInWords }
  | {
      kind: 'comparison';
      holds: boolean | null;
      title?: string;
      /** What is looked at: 「直近の求人申込日」. */
      subject: string;
      /** What was seen: 「2025年1月10日」, or what its absence means. */
      value: string | null;
      /** What it is held against: 「2025年11月24日（判定日の1年前）より前である」. */
      predicate: string;
    };

/** One rule of the set on one situation, whether it applied or not. */
export type ExplainedRule = {
  rule: string;
  title: string;
  source: RuleSource;
  fired: boolean;
  /** What the reader was told; null where the rule did not apply. */
  message: string | null;
  condition: ConditionInWords;
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
  appliesWhen: ConditionInWords | null;
  applicable: boolean;
  rules: readonly ExplainedRule[];
};

/** 判定の理由 as an employer reads it: a reason kept with a verdict, and what would have to be otherwise. */
export type ToldReason = Pick<Reason, 'rule' | 'title' | 'message' | 'source' | 'severity'> &
  Pick<ExplainedRule, 'otherwise'>;

/** One rule as it stands in its file. */
export type DescribedRule = {
  rule: string;
  title: string;
  source: RuleSource;
  condition: ConditionInWords;
  /** With its holes, `{{param.gapYears}}`, filled by their labels. */
  message: string;
  severity: Severity | null;
  deny: readonly Feature[];
};

/** A rule set as people read it. */
export type DescribedRuleSet = {
  id: string;
  title: string;
  summary: string;
  version: string;
  owner: string;
  effective: { from: CalendarDate; to: CalendarDate | null };
  appliesWhen: ConditionInWords | null;
  rules: readonly DescribedRule[];
  parameters: readonly { name: string; label: string; value: string; bounds: string; source: RuleSource }[];
  examples: readonly { id: string; title: string; outcome: string; rules: readonly string[] }[];
};

/** 事実: what the rules of one set may look at. */
export type DescribedFact = {
  name: string;
  label: string;
  type: 'boolean' | 'integer' | 'date' | 'enum' | 'enumList' | 'dateList';
  /** What an integer counts, where it is not said by the label. */
  unit: 'minutes' | null;
  choices: readonly string[];
  /** What its absence means; null where it is always there. */
  whenNull: string | null;
  origin: string;
  /** Whether a rule of the version in force looks at it. */
  used: boolean;
};
