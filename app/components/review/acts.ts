import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Establishment, EstablishmentState } from '#app/domain/establishment.ts';
import { canHappen, type Posting, type PostingState, stateGroups } from '#app/domain/posting.ts';
import { holdableStates } from '#app/domain/reviewHold.ts';
import { dayOfYear } from '#app/text/format.ts';
import { decisionText, reviewText } from '#app/text/staff/review.ts';
import { paths } from '#app/web/paths.ts';
import type { ButtonKind } from '../ui/Buttons.tsx';

export type Act = keyof typeof reviewText.acts;

/** The page of each act, and how its button looks. */
export const actTargets: Readonly<Record<Act, { to: (id: string) => string; kind: ButtonKind }>> = {
  accept: { to: paths.staff.reviewAccept, kind: 'primary' },
  visit: { to: paths.staff.reviewVisit, kind: 'primary' },
  confirmRefusal: { to: paths.staff.reviewConfirmRefusal, kind: 'primary' },
  return: { to: paths.staff.reviewReturn, kind: 'secondary' },
  visitDemand: { to: paths.staff.reviewVisitDemand, kind: 'secondary' },
  hold: { to: paths.staff.reviewHold, kind: 'secondary' },
  undo: { to: paths.staff.reviewUndo, kind: 'secondary' },
  refuse: { to: paths.staff.reviewRefuse, kind: 'danger' },
};

/** What decides which acts a clerk is offered. */
export type ReviewSituation = {
  state: PostingState;
  visitedOn: CalendarDate | null;
  validUntil: CalendarDate | null;
  establishmentState: EstablishmentState;
  /** Red findings of the content checks. */
  errors: number;
  /** The open refusal was proposed by the person who looks. */
  ownProposal: boolean;
  /** Whether it is on hold already. */
  held?: boolean;
  /** Whether the person may decide postings, and settle refusals. */
  may: { decide: boolean; settle: boolean; undo?: boolean };
};

/** The acts that are possible now, the likeliest first, and in words why others are not. */
export function actsOf(situation: ReviewSituation): { acts: Act[]; notes: string[] } {
  const { state, visitedOn, validUntil, establishmentState, errors, ownProposal, held, may } = situation;
  const { notes } = reviewText;
  const undo: Act[] = may.undo === true ? ['undo'] : [];
  if (state === 'valid') return { acts: undo, notes: validUntil ? [notes.valid(dayOfYear(validUntil))] : [] };
  if (state === 'returned') return { acts: undo, notes: [notes.returned] };
  if (state === 'refused') return { acts: [], notes: [notes.refused] };
  if ((stateGroups.ended as readonly PostingState[]).includes(state))
    return { acts: [], notes: [notes.ended] };
  if (!may.decide) return { acts: [], notes: [notes.auditor] };
  if (state === 'refusal_proposed') {
    if (!may.settle) return { acts: [], notes: [notes.refusalSupervisor] };
    return ownProposal ? { acts: [], notes: [notes.refusalOwn] } : { acts: ['confirmRefusal'], notes: [] };
  }

  const registered = establishmentState === 'registered';
  const acts: Act[] = [];
  const why: string[] = [];
  if (canHappen('accept', state) && registered) acts.push('accept');
  if (canHappen('registerVisit', state)) acts.push('visit');
  if (canHappen('return', state)) acts.push('return');
  if (holdableStates.includes(state) && held !== true) acts.push('hold');
  if (canHappen('proposeRefusal', state)) acts.push('refuse');
  if (canHappen('demandVisit', state) && visitedOn === null) acts.push('visitDemand');
  if (state === 'awaiting_visit') why.push(notes.acceptNeedsVisit);
  else if (!registered) why.push(notes.acceptNeedsRegistration);
  else if (errors > 0) why.push(notes.acceptNeedsReason(errors));
  return { acts, notes: why };
}

/** The situation of a posting under review, as db/queries/reviewPosting.ts reads it, for a person who may do `may`. */
export const situationOf = (
  {
    posting,
    establishment,
    refusals,
  }: {
    posting: Pick<Posting, 'state' | 'visitedOn' | 'validUntil'>;
    establishment: Pick<Establishment, 'state'>;
    refusals: readonly { settlement: string | null; own: boolean }[];
  },
  errors: number,
  may: ReviewSituation['may'],
): ReviewSituation => ({
  state: posting.state,
  visitedOn: posting.visitedOn,
  validUntil: posting.validUntil,
  establishmentState: establishment.state,
  errors,
  ownProposal: refusals.some((refusal) => refusal.settlement === null && refusal.own),
  may,
});

/** Why an act is not possible now, in words, and the likeliest of those that are. */
export type Impossible = { why: string; instead: Act | null };

/** Null when the act is possible. */
export function impossible(act: Act, situation: ReviewSituation): Impossible | null {
  const { acts, notes } = actsOf(situation);
  return acts.includes(act)
    ? null
    : { why: whyNot(act, situation, { acts, notes }), instead: acts[0] ?? null };
}

function whyNot(
  act: Act,
  { visitedOn }: ReviewSituation,
  { acts, notes }: ReturnType<typeof actsOf>,
): string {
  // Where other acts are possible, the notes are about accepting.
  const own = acts.length === 0 || acts[0] === 'undo' || act === 'accept' ? notes : [];
  if (own.length > 0) return own.join('');
  const visited = act === 'visitDemand' && visitedOn !== null;
  return visited ? decisionText.visitDemand.already : decisionText.notPossible;
}
