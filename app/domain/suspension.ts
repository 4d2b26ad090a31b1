import type { CalendarDate } from './calendar.ts';

/** How 利用不可 ended: who of the office lifted it, when and why. */
export type SuspensionEnd = { on: CalendarDate; by: string; reason: string };

/** 利用不可 of a MyPage (leaflet: 「マイページを「利用不可」とする場合があります」); of each establishment at most one is open. */
export type Suspension = {
  id: string;
  establishmentId: string;
  officeId: string;
  begunOn: CalendarDate;
  /** The supervisor. */
  begunBy: string;
  reason: string;
  /** null while it is in force. */
  ended: SuspensionEnd | null;
};
