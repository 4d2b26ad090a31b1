import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Explanation } from '#app/domain/explanation.ts';
import type { ExampleCase, ExpectedVerdict } from '#app/domain/ruleDraft.ts';
import type { Facts, Verdict } from '#app/domain/verdict.ts';
import type { TriedFact } from '#app/forms/ruleTrial.ts';
import type { DraftEdit } from '#rules/draft.ts';
import {
  draftWithExamples,
  exampleEdits,
  exampleRead,
  expectationOf,
  outcomesOf,
} from '#rules/draftExamples.ts';
import type { RuleSet } from '#rules/ruleset.ts';
import { factsToTry, isOutsideCalendar, tryCase } from '../ruleTrial/judge.ts';

/** What there is to choose from for the examples of a draft, in codes. */
export type ExampleDesk = {
  draft: RuleSet;
  facts: readonly TriedFact[];
  outcomes: readonly string[];
  rules: readonly { id: string; title: string }[];
  closesFeatures: boolean;
  hasDueDate: boolean;
  /** null where the situation cannot be read. */
  examples: readonly (ExampleCase | null)[];
};

/** The examples of a draft and what new ones may say; null when the draft is no rule file, or judges nothing. */
export async function exampleDesk(ruleSet: string, text: string): Promise<ExampleDesk | null> {
  const draft = await draftWithExamples(ruleSet, text);
  if (draft === null || draft.outcome === null) return null;
  return {
    draft,
    facts: factsToTry([draft]),
    outcomes: outcomesOf(draft.outcome),
    rules: draft.rules.map(({ id, title }) => ({ id, title })),
    closesFeatures: draft.outcome.policy === 'deny',
    hasDueDate: draft.outcome.dueDate !== undefined,
    examples: draft.examples.map((example) => exampleRead(draft, example)),
  };
}

/** The edits that write an example: in place of the one at `at`, or as a new one. */
export const editsToWrite = (
  { draft }: ExampleDesk,
  at: number | null,
  written: ExampleCase,
): readonly DraftEdit[] => exampleEdits(draft, at, written);

/** The edit that takes an example out. */
export const editToRemove = (at: number): DraftEdit => ({ path: ['examples', at], value: undefined });

type JudgedCase = {
  id: string;
  occasion: 'draft';
  title: string;
  verdict: Verdict;
  explanation: Explanation | null;
};

/** What the draft says of a case, and what an example would have to expect for that to be right. */
export async function judgedByDraft(
  { draft }: ExampleDesk,
  asOf: CalendarDate,
  facts: Facts,
): Promise<{ shown: JudgedCase; expect: ExpectedVerdict } | 'outside-calendar'> {
  try {
    const judged = await tryCase(draft, asOf, facts, { extraOpen: [], extraClosed: [] });
    return {
      shown: { id: draft.hash, occasion: 'draft', title: draft.title, ...judged },
      expect: expectationOf(judged.verdict),
    };
  } catch (error) {
    if (isOutsideCalendar(error)) return 'outside-calendar';
    throw error;
  }
}
