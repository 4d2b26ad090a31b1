import type { Posting } from '#app/domain/posting.ts';
import type { Verdict } from '#app/domain/verdict.ts';

/** What a page says about the visit: made already, or the verdict with the date that counts. */
export type VisitView = { kind: 'made'; on: string } | { kind: 'verdict'; verdict: Verdict };

/**
 * The verdict as it meets the posting: a visit already made is not asked for twice, and a due date already told
 * stays (posting.resend).
 */
export function visitView(posting: Pick<Posting, 'visitedOn' | 'dueDate'>, verdict: Verdict): VisitView {
  if (posting.visitedOn !== null) return { kind: 'made', on: posting.visitedOn };
  const told = posting.dueDate;
  if (told === null || verdict.dueDate === undefined || told === verdict.dueDate)
    return { kind: 'verdict', verdict };
  const { dueDateBasis, ...rest } = verdict;
  return { kind: 'verdict', verdict: { ...rest, dueDate: told } };
}
