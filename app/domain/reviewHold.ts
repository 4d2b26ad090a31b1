import type { CalendarDate } from './calendar.ts';
import type { Instant } from './clock.ts';
import type { PostingState } from './posting.ts';

/** 保留: a posting that waits for something else than the counter. On the day `until` it is served again by itself. */
export type ReviewHold = {
  postingId: string;
  reason: string;
  until: CalendarDate;
  placedBy: string;
  placedAt: Instant;
};

/** The states a posting is put on hold in: those a clerk decides. */
export const holdableStates: readonly PostingState[] = ['awaiting_visit', 'under_review'];

/** The day that is proposed, in open days from today, and the last one that is taken. Figures of the house. */
export const holdOpenDays = 3;
export const longestHoldDays = 90;

/** Whether a hold is still in force: nothing has to happen for it to end. */
export const isHeld = ({ until }: Pick<ReviewHold, 'until'>, today: CalendarDate): boolean => today < until;
