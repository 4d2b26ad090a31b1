import type { CalendarDate } from './calendar.ts';

/** What an analysis may find in a rule set. */
export type FindingKind =
  | 'never-fires'
  | 'always-fires'
  | 'never-applies'
  | 'implied'
  | 'duplicate'
  | 'contradiction'
  | 'no-effect'
  | 'repeated'
  | 'uncovered'
  | 'unused-parameter'
  | 'sampled';

/**
 * Something that the form of a rule file allows and its author hardly meant. `path` leads to the place in the JSON, as
 * the problems of a rule file do. An error is certain: every situation that can differ was tried.
 */
export type Finding = {
  kind: FindingKind;
  severity: 'error' | 'warning';
  path: readonly (string | number)[];
  /** What was found and what to look at, in Japanese. */
  message: string;
  /** The id of the rule it is about, and of the other one where two are concerned. */
  rule?: string;
  other?: string;
  fact?: string;
};

/** One field that differs between two versions. A side is null where the field is not there; texts are lines. */
export type FieldChange = {
  /** What the field belongs to: 「規則 VR5 過去1年間に申込みがない」. */
  part: string;
  field: string;
  before: readonly string[] | null;
  after: readonly string[] | null;
  /** The lines are codes that pages have words for. */
  codes?: 'outcome' | 'feature' | 'severity';
};

/** A fact, or the day of judgement, with its value in words. */
export type LabelledValue = { label: string; value: string };

/** A kind of situation that two versions judge differently, with one case of it. */
export type BehaviourChange = {
  asOf: CalendarDate;
  /** What tells the case apart; the rest of it is like the example the versions share. */
  situation: readonly LabelledValue[];
  before: { outcome: string; rules: readonly string[] };
  after: { outcome: string; rules: readonly string[] };
};
