import type { CalendarDate } from './calendar.ts';

/** A value a rule can look at. Dates are `YYYY-MM-DD` strings; null means what the fact catalogue says it means. */
export type FactValue = string | number | boolean | null | readonly string[];
export type Facts = Readonly<Record<string, FactValue>>;

/** Where a rule comes from: the document, its words, and our reading where the words leave room. */
export type RuleSource = { document: string; quote: string; interpretation?: string };

/** How grave a reason is for someone filling in a form: an error blocks, a warning asks to confirm. */
export type Severity = 'error' | 'warning';

/** What a MyPage offers and a rule may close (リーフレット「一部の機能」), in the order in which pages list them. */
export const features = [
  'posting-apply',
  'posting-change',
  'posting-stop',
  'establishment-change',
  'images',
  'applicants',
  'message-send',
  'seeker-search',
  'withdraw',
] as const;

export type Feature = (typeof features)[number];

/** One rule that applied, in the words of its file, with the facts it looked at. */
export type Reason = {
  rule: string;
  title: string;
  message: string;
  source: RuleSource;
  facts: Facts;
  severity?: Severity;
  /** Form fields this reason is about (names of app/forms), so that a page can link to them. */
  fields?: readonly string[];
  /** Features this reason closes. */
  deny?: readonly Feature[];
};

/** How a due date came about: the plain day of the period, and the closed days stepped over backwards. */
export type DueDateBasis = {
  from: CalendarDate;
  days: number;
  rawDate: CalendarDate;
  closed: readonly { date: CalendarDate; reason: string }[];
};

/** 判定: what a rule set says about one situation on one date. Everything needed to replay it is in it. */
export type Verdict = {
  ruleSet: string;
  version: string;
  /** SHA-256 of the rule file's bytes. */
  hash: string;
  asOf: CalendarDate;
  outcome: string;
  /** Every rule that applied, in file order; never only the first. */
  reasons: readonly Reason[];
  /** Every feature that some reason closes, in the order of `features`; only where the rule set closes features. */
  deny?: readonly Feature[];
  dueDate?: CalendarDate;
  dueDateBasis?: DueDateBasis;
  /** Where the rule set counts a due date: the office's own days from the day of judgement on, as they were. */
  officeDays?: { extraOpen: readonly CalendarDate[]; extraClosed: readonly CalendarDate[] };
  /** All facts the rule set looked at, as they were. */
  facts: Facts;
};
