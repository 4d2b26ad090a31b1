import type { CalendarDate } from './calendar.ts';
import type { Instant } from './clock.ts';

/** What an employer may ask to have changed (leaflet: 求人内容の変更、募集停止、事業所情報の変更; 有効期間延長). */
export const changeKinds = ['content', 'stop', 'extension', 'establishment'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** States of a change request (domain.md §3); what is published stays in force until `accepted`. */
export const changeStates = [
  'draft',
  'submitted',
  'under_review',
  'returned',
  'rejection_proposed',
  'accepted',
  'rejected',
  'withdrawn',
  'void',
] as const;
export type ChangeState = (typeof changeStates)[number];

/** Not ended: of each target there is at most one of these. */
export const openChangeStates = [
  'draft',
  'submitted',
  'under_review',
  'returned',
  'rejection_proposed',
] as const satisfies readonly ChangeState[];

export type ChangeTransition = {
  event: string;
  from: readonly ChangeState[];
  to: ChangeState;
  by: 'employer' | 'clerk' | 'supervisor' | 'system';
};

/** Every move a change request can make. */
export const changeTransitions = [
  { event: 'submit', from: ['draft'], to: 'submitted', by: 'employer' },
  { event: 'resend', from: ['returned'], to: 'under_review', by: 'employer' },
  {
    event: 'withdraw',
    from: ['draft', 'submitted', 'under_review', 'returned'],
    to: 'withdrawn',
    by: 'employer',
  },
  { event: 'takeUp', from: ['submitted'], to: 'under_review', by: 'clerk' },
  { event: 'return', from: ['submitted', 'under_review'], to: 'returned', by: 'clerk' },
  { event: 'accept', from: ['submitted', 'under_review'], to: 'accepted', by: 'clerk' },
  { event: 'proposeRejection', from: ['submitted', 'under_review'], to: 'rejection_proposed', by: 'clerk' },
  { event: 'confirmRejection', from: ['rejection_proposed'], to: 'rejected', by: 'supervisor' },
  { event: 'declineRejection', from: ['rejection_proposed'], to: 'under_review', by: 'supervisor' },
  { event: 'void', from: openChangeStates, to: 'void', by: 'system' },
] as const satisfies readonly ChangeTransition[];

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
  /** Values by field name as they were in force, and as they are to be; empty for 募集停止 and 延長. */
  before: Readonly<Record<string, unknown>>;
  after: Readonly<Record<string, unknown>>;
  stopReason: string | null;
  stopOn: CalendarDate | null;
  waitingSince: Instant | null;
  version: number;
  createdAt: Instant;
};
