import type { CalendarDate } from './calendar.ts';

/**
 * Why no posting of an establishment is accepted for a time (求人不受理, domain.md §5.5): corrective guidance for the same
 * provision of 労働基準法 or 最低賃金法 twice in a year; sent to prosecutors and published; a recommendation under 職業安定法,
 * 男女雇用機会均等法 or 育児・介護休業法 not followed and published.
 */
export const refusalPeriodGrounds = [
  'repeated_violation',
  'sent_to_prosecutors',
  'recommendation_published',
] as const;
export type RefusalPeriodGround = (typeof refusalPeriodGrounds)[number];

/** When it ends is not part of it: rules/acceptance/posting counts from these days. */
export type RefusalPeriod = {
  ground: RefusalPeriodGround;
  from: CalendarDate;
  /** The day the violation was put right; null while it is not. */
  correctedOn: CalendarDate | null;
  /** The day of 送検 or 公表; null where neither is the ground. */
  sentOrPublishedOn: CalendarDate | null;
};
