import type { CalendarDate } from '#app/domain/calendar.ts';
import { defineSituation } from '#rules/situation.ts';
import { validPostingsFact, withdrawnOnFact } from './mypageFacts.ts';
import { count, date, dateOrNull, exactly, flag, notAfter } from './schema.ts';

/** What decides which features of a MyPage are open: its postings and what the office or the employer has done to it. */
export type MypageSituation = {
  asOf: CalendarDate;
  /** 有効中の求人 of the establishment. */
  validPostings: number;
  /** 利用制限 in force, until the office lifts it. */
  restricted: boolean;
  /** 利用不可 in force. */
  suspended: boolean;
  /** The day the withdrawal (退会) was completed. */
  withdrawnOn: CalendarDate | null;
};

export const mypageSituation = defineSituation<MypageSituation>({
  schema: exactly({
    asOf: date,
    validPostings: count,
    restricted: flag,
    suspended: flag,
    withdrawnOn: dateOrNull,
  }),
  check: ({ asOf, withdrawnOn }) => notAfter(asOf, 'withdrawnOn', withdrawnOn),
  facts: {
    'postings.valid': validPostingsFact,
    'mypage.restricted': {
      type: 'boolean',
      label: '利用が制限されている',
      origin: 'restricted',
      build: ({ restricted }) => restricted,
    },
    'mypage.suspended': {
      type: 'boolean',
      label: '利用不可とされている',
      origin: 'suspended',
      build: ({ suspended }) => suspended,
    },
    'mypage.withdrawnOn': withdrawnOnFact,
  },
});
