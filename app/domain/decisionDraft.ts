import type { Instant } from './clock.ts';

/** The decisions in which somebody writes: what is typed is kept for each person, posting and decision. */
export const draftedActs = ['accept', 'return', 'refuse'] as const;
export type DraftedAct = (typeof draftedActs)[number];

/** 判断の下書き: the fields of a decision as they were typed. Of its writer alone; no record until the decision is made. */
export type DecisionDraft = {
  staffId: string;
  postingId: string;
  act: DraftedAct;
  typed: Readonly<Record<string, string | readonly string[]>>;
  savedAt: Instant;
};

/** How often an open page keeps what has changed. A figure of the house (ux.md §5). */
export const draftSaveSeconds = 20;

/** After so many days without a change a draft is gone. A figure of the house. */
export const draftKeptDays = 30;

/** Longest draft as JSON text: far more than the fields of any decision hold. */
export const draftLength = 20_000;
