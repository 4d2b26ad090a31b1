import type { CalendarDate } from '#app/domain/calendar.ts';
import { defineSituation } from '#rules/situation.ts';
import { validPostingsFact, withdrawnOnFact } from './mypageFacts.ts';
import { count, date, dateOrNull, exactly, notAfter } from './schema.ts';

/** What decides whether a MyPage is erased. */
export type AccountRetentionSituation = {
  asOf: CalendarDate;
  /** 有効中の求人 of the establishment. */
  validPostings: number;
  /** Applications for postings (求人申込み) after the day the last posting became invalid. */
  applicationsAfterLastInvalid: number;
  /** The day the withdrawal (退会) was completed. */
  withdrawnOn: CalendarDate | null;
  /** The latest 求人無効日; null when no posting has ever become invalid. */
  lastInvalidOn: CalendarDate | null;
};

export const accountRetentionSituation = defineSituation<AccountRetentionSituation>({
  schema: exactly({
    asOf: date,
    validPostings: count,
    applicationsAfterLastInvalid: count,
    withdrawnOn: dateOrNull,
    lastInvalidOn: dateOrNull,
  }),
  check: ({ asOf, withdrawnOn, lastInvalidOn }) => [
    ...notAfter(asOf, 'withdrawnOn', withdrawnOn),
    ...notAfter(asOf, 'lastInvalidOn', lastInvalidOn),
  ],
  facts: {
    'postings.valid': validPostingsFact,
    'applications.afterLastInvalid': {
      type: 'integer',
      label: '求人無効日より後の申込みの数',
      origin: 'applicationsAfterLastInvalid',
      build: ({ applicationsAfterLastInvalid }) => applicationsAfterLastInvalid,
    },
    'mypage.withdrawnOn': withdrawnOnFact,
    'postings.lastInvalidOn': {
      type: 'date',
      label: '最後の求人無効日',
      whenNull: '無効になった求人がない',
      origin: 'lastInvalidOn',
      build: ({ lastInvalidOn }) => lastInvalidOn,
    },
  },
});
