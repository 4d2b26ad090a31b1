import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { EstablishmentState } from '#app/domain/establishment.ts';
import { type PostingState, stateGroups } from '#app/domain/posting.ts';
import type { DueDateBasis, Feature } from '#app/domain/verdict.ts';

/** One posting of the employer, as the home screen lists it. */
export type PostingLine = {
  id: string;
  state: PostingState;
  jobTitle: string | null;
  number: string | null;
  stepsDone: number;
  appliedOn: CalendarDate | null;
  acceptedOn: CalendarDate | null;
  validUntil: CalendarDate | null;
  invalidatedOn: CalendarDate | null;
  dueDate: CalendarDate | null;
  dueDateBasis: DueDateBasis | null;
  returned: { message: string; at: Instant } | null;
  updatedAt: Instant;
};

/** Something the employer has to do, the most urgent first. */
export type NextThing =
  | { kind: 'establishment-missing' }
  | { kind: 'visit'; posting: PostingLine; dueDate: CalendarDate }
  | { kind: 'returned'; posting: PostingLine; message: string }
  /** `withVisit`: a posting asks for a visit anyway, at which this is done too. */
  | { kind: 'registration-open'; withVisit: boolean }
  | { kind: 'draft'; posting: PostingLine }
  | { kind: 'first-posting' };

export type HomeLists = Readonly<Record<'valid' | 'applied' | 'ended' | 'drafts', readonly PostingLine[]>>;

/** The three lists of the leaflet's home screen, and the drafts. */
export function listsOf(postings: readonly PostingLine[]): HomeLists {
  const inStates = (states: readonly PostingState[]) =>
    postings.filter(({ state }) => states.includes(state));
  return {
    valid: inStates(stateGroups.valid),
    applied: inStates(stateGroups.applied),
    ended: inStates(stateGroups.ended),
    drafts: inStates(['draft']),
  };
}

/** Parts of applying; they wait while 求人の申込み is closed. */
const applying: readonly NextThing['kind'][] = ['draft', 'first-posting'];

/** 次にすること; `deny` are the features that are closed. */
export function nextThings(
  establishment: { state: EstablishmentState } | null,
  postings: readonly PostingLine[],
  deny: readonly Feature[] = [],
): NextThing[] {
  if (establishment === null) return [{ kind: 'establishment-missing' }];
  const byDueDate = (a: { dueDate: CalendarDate }, b: { dueDate: CalendarDate }) =>
    a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : 0;
  const visits = postings.flatMap((posting) =>
    posting.state === 'awaiting_visit' && posting.dueDate !== null
      ? [{ kind: 'visit' as const, posting, dueDate: posting.dueDate }]
      : [],
  );
  const returned = postings.flatMap((posting) =>
    posting.returned === null
      ? []
      : [{ kind: 'returned' as const, posting, message: posting.returned.message }],
  );
  const drafts = postings.flatMap((posting) =>
    posting.state === 'draft' ? [{ kind: 'draft' as const, posting }] : [],
  );
  const things: NextThing[] = [
    ...visits.toSorted(byDueDate),
    ...returned,
    ...(establishment.state === 'provisional'
      ? [{ kind: 'registration-open' as const, withVisit: visits.length > 0 }]
      : []),
    ...drafts,
    ...(postings.length === 0 ? [{ kind: 'first-posting' as const }] : []),
  ];
  return deny.includes('posting-apply') ? things.filter(({ kind }) => !applying.includes(kind)) : things;
}
