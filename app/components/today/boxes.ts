import type { CalendarDate } from '#app/domain/calendar.ts';
import type { QueueKind } from '#app/domain/queue.ts';
import { todayText } from '#app/text/staff/today.ts';
import { paths } from '#app/web/paths.ts';

/** An item of the queue in a box. */
export type TodayItem = {
  kind: QueueKind;
  id: string;
  title: string | null;
  images: number;
  postingId: string | null;
  due: CalendarDate | null;
  establishmentId: string;
  establishmentName: string;
};

type Box<Row> = { total: number; first: readonly Row[] };

export type TodayBoxes = {
  dueToday: Box<TodayItem>;
  overdue: Box<TodayItem>;
  claimed: Box<TodayItem>;
  assigned: Box<TodayItem>;
  resumed: Box<TodayItem>;
  refusals: Box<{ id: string; jobTitle: string | null; name: string }>;
  visited: Box<{ establishmentId: string; name: string; at: string }>;
  expected: Box<TodayItem>;
  restrictions: Box<{
    establishmentId: string;
    name: string;
    begunOn: CalendarDate;
    releasedOn: CalendarDate | null;
  }>;
  opened: readonly {
    screen: keyof typeof todayText.screens;
    id: string;
    name: string;
    title: string | null;
    at: string;
  }[];
  nextDue: { date: CalendarDate; count: number } | null;
};

/** A record that was opened, as a line. */
export const openedPages = {
  review: paths.staff.review,
  change: paths.staff.change,
  'image.review': paths.staff.reviewImages,
  'establishment.card': paths.staff.establishment,
} as const satisfies Record<keyof typeof todayText.screens, (id: string) => string>;

/** Today and the days around it, as the office is open. */
export type OfficeDay = {
  today: CalendarDate;
  /** Why the office is closed today, or null. */
  closed: string | null;
  nextOpenDay: CalendarDate;
};

export const dayText = ({ closed, nextOpenDay }: OfficeDay): string =>
  closed === null ? todayText.open(nextOpenDay) : todayText.closed(closed, nextOpenDay);
