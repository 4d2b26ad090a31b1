import { type CalendarDate, compareDates } from '#app/domain/calendar.ts';
import type { SituationProblem } from '#rules/situation.ts';
import { defineSituation } from '#rules/situation.ts';
import { count, date, exactly, notAfter } from './schema.ts';

/** The establishment's referrals (紹介) without a 選考結果, grouped by the day of referral, those of invalid postings included. */
export type OverdueSituation = {
  asOf: CalendarDate;
  referrals: readonly { referredOn: CalendarDate; unregistered: number }[];
};

/** More unregistered results than any establishment has; each is one entry of a list of days. */
const MAX_UNREGISTERED = 100_000;

const total = ({ referrals }: OverdueSituation): number =>
  referrals.reduce((sum, { unregistered }) => sum + unregistered, 0);

const tooMany = (situation: OverdueSituation): SituationProblem[] =>
  total(situation) > MAX_UNREGISTERED
    ? [
        {
          path: 'referrals',
          message: `must have at most ${MAX_UNREGISTERED} unregistered results together (read: ${total(situation)})`,
        },
      ]
    : [];

export const overdueSituation = defineSituation<OverdueSituation>({
  schema: exactly({
    asOf: date,
    referrals: { type: 'array', maxItems: 10_000, items: exactly({ referredOn: date, unregistered: count }) },
  }),
  check: (situation) => [
    ...situation.referrals.flatMap(({ referredOn }, index) =>
      notAfter(situation.asOf, `referrals[${index}].referredOn`, referredOn),
    ),
    ...tooMany(situation),
  ],
  facts: {
    'referrals.unregisteredOn': {
      type: 'dateList',
      label: '選考結果が未登録の紹介の紹介日',
      origin: 'referrals（未登録の結果1件につき1日）',
      build: ({ referrals }) =>
        referrals
          .toSorted((a, b) => compareDates(a.referredOn, b.referredOn))
          .flatMap(({ referredOn, unregistered }) => Array<CalendarDate>(unregistered).fill(referredOn)),
    },
  },
});
