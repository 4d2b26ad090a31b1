import type { CalendarDate } from './calendar.ts';

/** How an office opens on a day of its own; `usual` is what the general rule says. */
export const openings = ['closed', 'open', 'placement', 'usual'] as const;
export type Opening = (typeof openings)[number];

/** 開庁日・閉庁日 that an office sets for itself. A day opened for placement only (紹介のみ) is no open day. */
export type OfficeDay = { date: CalendarDate; opening: Exclude<Opening, 'usual'>; reason: string };

/** 来庁期限 of a posting as a change of the calendar would move it. */
export type DueDateMove = {
  postingId: string;
  version: number;
  from: CalendarDate;
  /** null where no day of the period is open. */
  to: CalendarDate | null;
  /** The day it would move to has passed: it stays where it is, and the counter speaks with the employer. */
  stays: boolean;
};

/** What a page showed of a day and what changing it would move, in one text: equal while nothing has changed. */
export const shownChange = (before: OfficeDay | null, moves: readonly DueDateMove[]): string =>
  [
    before === null ? 'usual' : `${before.opening}/${before.reason}`,
    ...moves.map(({ postingId, version, to }) => `${postingId}:${version}:${to}`),
  ].join(' ');
