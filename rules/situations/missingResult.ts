import type { CalendarDate } from '#app/domain/calendar.ts';
import { defineSituation } from '#rules/situation.ts';
import { date, exactly, flag, notAfter } from './schema.ts';

/** One referral (紹介) and what has come of it so far. */
export type MissingResultSituation = {
  asOf: CalendarDate;
  referredOn: CalendarDate;
  resultRegistered: boolean;
  /** Whether 選考結果未入力通知 has gone out for this referral. */
  noticeSent: boolean;
};

export const missingResultSituation = defineSituation<MissingResultSituation>({
  schema: exactly({ asOf: date, referredOn: date, resultRegistered: flag, noticeSent: flag }),
  check: ({ asOf, referredOn }) => notAfter(asOf, 'referredOn', referredOn),
  facts: {
    'referral.referredOn': {
      type: 'date',
      label: '紹介日',
      origin: 'referredOn',
      build: ({ referredOn }) => referredOn,
    },
    'referral.resultRegistered': {
      type: 'boolean',
      label: '選考結果が登録されている',
      origin: 'resultRegistered',
      build: ({ resultRegistered }) => resultRegistered,
    },
    'referral.noticeSent': {
      type: 'boolean',
      label: '選考結果未入力通知を送った',
      origin: 'noticeSent',
      build: ({ noticeSent }) => noticeSent,
    },
  },
});
