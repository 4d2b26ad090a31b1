import type { CalendarDate } from './calendar.ts';
import type { Instant } from './clock.ts';

/** 来庁: one sitting at the counter in which the pending postings of an establishment are fully registered. */
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
};

/** Whether a visit on that day is after the due date of a posting; one that has none is never late. */
export const isLate = ({ dueDate }: { dueDate: CalendarDate | null }, visitedOn: CalendarDate): boolean =>
  dueDate !== null && dueDate < visitedOn;
