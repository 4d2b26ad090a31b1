import type { CalendarDate } from './calendar.ts';
import type { Instant } from './clock.ts';

/** Which stored decisions of a rule set are judged again. Days are days of judgement, both included. */
export type BackTestRange =
  | { kind: 'last'; count: number }
  | { kind: 'days'; from: CalendarDate; to: CalendarDate }
  | { kind: 'all' };

/** How many decisions 「直近」 means. */
export const lastDecisions = 100;

export const backTestStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type BackTestState = (typeof backTestStates)[number];

/** Whether nothing more will happen to it. */
export const isOver = (state: BackTestState): boolean => state !== 'waiting' && state !== 'running';

/** How often one rule applied: under the version that decided, under the draft, and what is new or gone. */
export type RuleCount = { rule: string; before: number; after: number; come: number; gone: number };

/** A decision that would fall differently. */
export type ChangedCase = {
  verdictId: string;
  asOf: CalendarDate;
  before: string;
  after: string;
  come: readonly string[];
  gone: readonly string[];
};

/** Changed decisions that are kept one by one; beyond them they are only counted. */
export const casesKept = 200;

/** What came of judging stored decisions again under a draft. */
export type BackTestResult = {
  /** Decisions of the range. */
  decisions: number;
  judged: number;
  /** Could not be judged, by the fact that the record lacks; nothing is guessed for them. */
  missing: readonly { fact: string; count: number }[];
  /** Old outcome × new outcome. */
  outcomes: readonly { before: string; after: string; count: number }[];
  /** The rules of the draft in the order of its file, then those only older versions have. */
  rules: readonly RuleCount[];
  /** Judged decisions with another outcome, and those with the same outcome for other reasons. */
  changed: { outcome: number; reasons: number };
  /** Those with another outcome first, at most `casesKept`. */
  cases: readonly ChangedCase[];
};

/** 過去の判定での試し実行: a draft, judged against what was decided. */
export type BackTest = {
  id: string;
  ruleSet: string;
  /** SHA-256 of the draft's bytes. */
  draftHash: string;
  draftText: string;
  /** The change it was started for; null for a draft made on the start page. */
  changeId: string | null;
  range: BackTestRange;
  state: BackTestState;
  progress: { done: number; total: number | null };
  result: BackTestResult | null;
  startedBy: string;
  startedAt: Instant;
  finishedAt: Instant | null;
};
