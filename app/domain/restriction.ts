import type { CalendarDate } from './calendar.ts';

/** 利用制限解除: only the office lifts a restriction, and says why. */
export type Release = {
  on: CalendarDate;
  /** The member of staff. */
  by: string;
  reason: string;
};

/** 利用制限 of a MyPage (leaflet: 「一部の機能…の利用が自動的に制限されます」); of each establishment at most one is open. */
export type Restriction = {
  id: string;
  establishmentId: string;
  officeId: string;
  begunOn: CalendarDate;
  /** The verdict that it follows; null where none was kept. */
  verdictId: string | null;
  /** null while it is in force. */
  released: Release | null;
};
