import type { CalendarDate } from './calendar.ts';
import type { Instant } from './clock.ts';

/** States of a posting (domain.md §3). 仮登録 is everything an employer has submitted and nobody accepted yet. */
export const postingStates = [
  'draft',
  'awaiting_visit',
  'under_review',
  'returned',
  'refusal_proposed',
  'valid',
  'refused',
  'invalid',
  'lapsed',
] as const;
export type PostingState = (typeof postingStates)[number];

/** The three lists of the leaflet's home screen, and the queue of the counter, as named groups of states. */
export const stateGroups = {
  /** 申込み中の求人 */
  applied: ['awaiting_visit', 'under_review', 'returned', 'refusal_proposed'],
  /** 有効中の求人 */
  valid: ['valid'],
  /** 無効になった求人 */
  ended: ['invalid', 'refused', 'lapsed'],
  /** What waits for the counter. */
  queue: ['awaiting_visit', 'under_review', 'refusal_proposed'],
  /** Whose 来庁期限 runs while nobody has come. */
  awaited: ['awaiting_visit', 'returned', 'refusal_proposed'],
  /** What the employer may edit. */
  editable: ['draft', 'returned'],
} as const satisfies Record<string, readonly PostingState[]>;

export type PostingEvent =
  | 'submit'
  | 'resend'
  | 'registerVisit'
  | 'demandVisit'
  | 'return'
  | 'accept'
  | 'proposeRefusal'
  | 'confirmRefusal'
  | 'declineRefusal'
  | 'undoAccept'
  | 'undoReturn'
  | 'stop'
  | 'expire'
  | 'lapse'
  | 'transfer';

export type Transition = {
  event: PostingEvent;
  from: readonly PostingState[];
  /** Two targets where the verdict or the visit decides between them. */
  to: readonly PostingState[];
  by: 'employer' | 'clerk' | 'supervisor' | 'system';
};

/** Every move a posting can make; the diagram in docs/ is generated from this table. */
export const transitions: readonly Transition[] = [
  { event: 'submit', from: ['draft'], to: ['awaiting_visit', 'under_review'], by: 'employer' },
  { event: 'resend', from: ['returned'], to: ['awaiting_visit', 'under_review'], by: 'employer' },
  { event: 'registerVisit', from: ['awaiting_visit', 'lapsed'], to: ['under_review'], by: 'clerk' },
  { event: 'demandVisit', from: ['under_review'], to: ['awaiting_visit'], by: 'clerk' },
  { event: 'return', from: ['awaiting_visit', 'under_review'], to: ['returned'], by: 'clerk' },
  { event: 'accept', from: ['under_review'], to: ['valid'], by: 'clerk' },
  {
    event: 'proposeRefusal',
    from: ['awaiting_visit', 'under_review'],
    to: ['refusal_proposed'],
    by: 'clerk',
  },
  { event: 'confirmRefusal', from: ['refusal_proposed'], to: ['refused'], by: 'supervisor' },
  {
    event: 'declineRefusal',
    from: ['refusal_proposed'],
    to: ['awaiting_visit', 'under_review'],
    by: 'supervisor',
  },
  { event: 'undoAccept', from: ['valid'], to: ['awaiting_visit', 'under_review'], by: 'clerk' },
  { event: 'undoReturn', from: ['returned'], to: ['awaiting_visit', 'under_review'], by: 'clerk' },
  { event: 'stop', from: ['valid'], to: ['invalid'], by: 'clerk' },
  { event: 'expire', from: ['valid'], to: ['invalid'], by: 'system' },
  { event: 'lapse', from: ['awaiting_visit', 'returned'], to: ['lapsed'], by: 'system' },
  { event: 'transfer', from: stateGroups.valid, to: ['invalid'], by: 'supervisor' },
  { event: 'transfer', from: stateGroups.applied, to: ['lapsed'], by: 'supervisor' },
];

/** Whether `event` is possible in `state`; if not, somebody else has moved the posting meanwhile. */
export const canHappen = (event: PostingEvent, state: PostingState): boolean =>
  transitions.some((transition) => transition.event === event && transition.from.includes(state));

export type PostingContent = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** One posting for each occupation × workplace × form of employment × full or part time (domain.md §2.3). */
export const distinguishingFields = [
  'job_title',
  'workplace_prefecture',
  'workplace_city',
  'workplace_street',
  'employment_form',
  'work_time',
] as const;

/** What tells one posting of an establishment from another. */
export type PostingDescription = Readonly<Record<(typeof distinguishingFields)[number], string | null>>;

export const descriptionOf = (content: PostingContent): PostingDescription => {
  const text = (field: (typeof distinguishingFields)[number]): string | null => {
    const value = content[field];
    return typeof value === 'string' ? value : null;
  };
  return {
    job_title: text('job_title'),
    workplace_prefecture: text('workplace_prefecture'),
    workplace_city: text('workplace_city'),
    workplace_street: text('workplace_street'),
    employment_form: text('employment_form'),
    work_time: text('work_time'),
  };
};

export type PostingKind =
  | 'general'
  | 'disability_dedicated'
  | 'trial'
  | 'disability_trial'
  | 'disability_short_hours_trial';
export type PostingContract = 'direct' | 'dispatch' | 'contracting';

/** 求人: one occupation × workplace × employment form × full/part time (domain.md §2.3). */
export type Posting = {
  id: string;
  establishmentId: string;
  officeId: string;
  accountId: string | null;
  state: PostingState;
  via: 'mypage' | 'counter';
  content: PostingContent;
  /** The furthest of the eight steps the employer has saved without red errors, 0 when none. */
  stepsDone: number;
  kinds: readonly PostingKind[];
  contract: PostingContract;
  jobTitle: string | null;
  /** The day it was submitted first (JST); the first day of every period. */
  appliedOn: CalendarDate | null;
  /** Since when it waits where it is: submission, resend, visit. The queue sorts by it. */
  waitingSince: Instant | null;
  /** 来庁期限; null where no visit is needed. */
  dueDate: CalendarDate | null;
  visitedOn: CalendarDate | null;
  /** The leaflet's 「その他、ハローワークが必要と認める場合」. */
  officeDemand: boolean;
  number: string | null;
  acceptedOn: CalendarDate | null;
  validUntil: CalendarDate | null;
  invalidatedOn: CalendarDate | null;
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

/** Where a posting goes once its visit question is answered: to the counter first, or straight to review. */
export function placeAfterVerdict(visitRequired: boolean, visitedOn: CalendarDate | null): PostingState {
  return visitRequired && visitedOn === null ? 'awaiting_visit' : 'under_review';
}

/** While nobody has come, the due date of a posting runs in these states: a 差戻し does not stop it. */
export const visitStates = ['awaiting_visit', 'returned'] as const satisfies readonly PostingState[];

/** Whether the posting's 来庁期限 still runs. */
export const awaitsVisit = ({ state, visitedOn }: Pick<Posting, 'state' | 'visitedOn'>): boolean =>
  visitedOn === null && (visitStates as readonly PostingState[]).includes(state);

/** 差戻し: what the clerk asked to be corrected, linked to the fields it is about. */
export type PostingReturn = {
  id: string;
  postingId: string;
  reasons: readonly string[];
  fields: readonly string[];
  message: string;
  returnedBy: string;
  returnedAt: Instant;
  answeredAt: Instant | null;
};

/** The six legal grounds for refusing a posting (職業安定法5条の6第1項), and no others. */
export const refusalGrounds = [
  'unlawful_content',
  'unfit_conditions',
  'labour_law_measures',
  'missing_conditions',
  'organised_crime',
  'no_report',
] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

/** 不受理: proposed by a clerk, in force only when a supervisor confirms it. */
export type PostingRefusal = {
  id: string;
  postingId: string;
  ground: RefusalGround;
  reason: string;
  proposedBy: string;
  proposedAt: Instant;
  settledBy: string | null;
  settledAt: Instant | null;
  settlement: 'confirmed' | 'declined' | null;
};
