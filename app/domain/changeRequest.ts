import type { CalendarDate } from './calendar.ts';
import type { Instant } from './clock.ts';
import type { PostingContent } from './posting.ts';

/** What an employer may ask to have changed (leaflet: 求人内容の変更、募集停止、事業所情報の変更; 有効期間延長). */
export const changeKinds = ['content', 'stop', 'extension', 'establishment'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** States of a change request (domain.md §3); what is published stays in force until `accepted`. */
export const changeStates = [
  'draft',
  'submitted',
  'returned',
  'accepted',
  'rejected',
  'withdrawn',
  'void',
] as const;
export type ChangeState = (typeof changeStates)[number];

/** Not ended: of each target there is at most one of these. */
export const openChangeStates = ['draft', 'submitted', 'returned'] as const satisfies readonly ChangeState[];

export const isOpenChange = (state: ChangeState): boolean =>
  (openChangeStates as readonly ChangeState[]).includes(state);

export type ChangeEvent = 'submit' | 'withdraw' | 'return' | 'accept' | 'reject' | 'void';

export type ChangeTransition = {
  event: ChangeEvent;
  from: readonly ChangeState[];
  to: ChangeState;
  by: 'employer' | 'clerk' | 'system';
};

/** Every move a change request can make. */
export const changeTransitions: readonly ChangeTransition[] = [
  { event: 'submit', from: ['draft', 'returned'], to: 'submitted', by: 'employer' },
  { event: 'withdraw', from: ['draft', 'submitted', 'returned'], to: 'withdrawn', by: 'employer' },
  { event: 'return', from: ['submitted'], to: 'returned', by: 'clerk' },
  { event: 'accept', from: ['submitted'], to: 'accepted', by: 'clerk' },
  { event: 'reject', from: ['submitted'], to: 'rejected', by: 'clerk' },
  { event: 'void', from: openChangeStates, to: 'void', by: 'system' },
];

/** Content that a change has replaced. */
export type PostingVersion = {
  id: string;
  postingId: string;
  requestId: string;
  content: PostingContent;
  replacedAt: Instant;
};

/** Whether `event` is possible in `state`; if not, somebody else has moved the request meanwhile. */
export const canChangeMove = (event: ChangeEvent, state: ChangeState): boolean =>
  changeTransitions.some((transition) => transition.event === event && transition.from.includes(state));

/** 変更の申込み of one posting, or of the establishment itself. */
export type ChangeRequest = {
  id: string;
  kind: ChangeKind;
  establishmentId: string;
  officeId: string;
  accountId: string;
  /** null where the establishment itself is to be changed. */
  postingId: string | null;
  state: ChangeState;
  /** The content as it was in force, and as it is to be; empty for 募集停止 and 延長. */
  before: PostingContent;
  after: PostingContent;
  stopReason: string | null;
  /** 募集を停止する日: the first day on which the posting is invalid. */
  stopOn: CalendarDate | null;
  /** What the counter wrote to the employer when it returned or rejected the request. */
  answer: string | null;
  decidedAt: Instant | null;
  waitingSince: Instant | null;
  version: number;
  createdAt: Instant;
};
