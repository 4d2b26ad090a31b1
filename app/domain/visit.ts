import type { CalendarDate } from './calendar.ts';
import type { Instant } from './clock.ts';

/** 来庁の用件: 本登録, マイページの開設 at a first visit, 利用制限の解除, 相談. */
export const visitPurposes = ['registration', 'opening', 'release', 'consultation'] as const;
export type VisitPurpose = (typeof visitPurposes)[number];

/** Those of a visit that registers nothing. */
export const otherPurposes = [
  'opening',
  'release',
  'consultation',
] as const satisfies readonly VisitPurpose[];

/** 来庁: one sitting at the counter in which the pending postings of an establishment are fully registered, or it was about something else. */
export type Visit = {
  id: string;
  establishmentId: string;
  officeId: string;
  visitedOn: CalendarDate;
  /** Names of the ticked items of the identity checklist (app/forms/review.ts). */
  checklist: readonly string[];
  identityDocument: string | null;
  note: string | null;
  /** Why it was registered after the due date; null when in time. */
  lateReason: string | null;
  registeredBy: string;
  registeredAt: Instant;
  purpose: VisitPurpose;
};

/** Whether a visit on that day is after the due date of a posting; one that has none is never late. */
export const isLate = ({ dueDate }: { dueDate: CalendarDate | null }, visitedOn: CalendarDate): boolean =>
  dueDate !== null && dueDate < visitedOn;
