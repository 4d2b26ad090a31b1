import { type CalendarDate, endOfMonth, plusMonths } from '#app/domain/calendar.ts';
import { comingAfter, inForceOn, type MinimumWage, wagesOf } from '#app/domain/minimumWage.ts';
import { prefectureNames, revisionBegun, shippedMinimumWages } from '#rules/minimumWages.ts';
import limits from '../../limits/posting.json' with { type: 'json' };
import { dayOf, difference, type PostingFact, type PostingFacts, whenNull, yenAt } from './factForms.ts';
import { longestDay, shortestDay } from './hours.ts';
import { comparedHourly } from './pay.ts';
import type { PostingSituation } from './situation.ts';
import type { PostingValues } from './values.ts';

/** The wages of the workplace's prefecture; none while it is not said. */
const wagesAt = ({ posting, minimumWages }: PostingSituation): readonly MinimumWage[] =>
  wagesOf(minimumWages ?? shippedMinimumWages, posting.workplace_prefecture ?? '');

const wageNow = (situation: PostingSituation): MinimumWage | null =>
  inForceOn(wagesAt(situation), situation.asOf);

const validUntil = ({ asOf, ...situation }: PostingSituation): CalendarDate =>
  situation.validUntil ?? endOfMonth(plusMonths(asOf, limits.parameters.validityMonthsAfter.value));

/** The highest of the wages that begin later, while the posting is valid. */
const wageNext = (situation: PostingSituation): MinimumWage | null => {
  const last = validUntil(situation);
  return (
    comingAfter(wagesAt(situation), situation.asOf)
      .filter(({ from }) => from <= last)
      .toSorted((a, b) => a.yen - b.yen)
      .at(-1) ?? null
  );
};

/** How far the pay for an hour is above a minimum wage; negative when it is below. */
const margin = (
  label: string,
  origin: string,
  minutesADay: (posting: PostingValues) => number | null,
  wage: (situation: PostingSituation) => MinimumWage | null,
): PostingFact =>
  yenAt(label, origin, '計算できない', (situation) => {
    const { posting } = situation;
    return difference(comparedHourly(posting, minutesADay(posting)), wage(situation)?.yen);
  });

/** 最低賃金 of the workplace's prefecture. */
export const wageFacts: PostingFacts = {
  'wage.prefecture': {
    type: 'enum',
    label: '就業場所の都道府県',
    choices: prefectureNames,
    whenNull,
    origin: 'posting.workplace_prefecture',
    build: ({ posting }) => posting.workplace_prefecture ?? null,
  },
  'wage.current': yenAt(
    '就業場所の最低賃金',
    'minimumWages, in force on asOf in the workplace’s prefecture',
    '登録なし',
    (situation) => wageNow(situation)?.yen ?? null,
  ),
  'wage.margin': margin(
    '1時間当たりの賃金と最低賃金との差',
    'pay.hourly − wage.current',
    shortestDay,
    wageNow,
  ),
  'wage.marginLongest': margin(
    'いちばん長い就業時間での1時間当たりの賃金と最低賃金との差',
    'pay.hourlyLongest − wage.current',
    longestDay,
    wageNow,
  ),
  'wage.next': yenAt(
    '求人の有効期間中に発効する最低賃金',
    'minimumWages, the highest that begins after asOf and by validUntil',
    '予定なし',
    (situation) => wageNext(situation)?.yen ?? null,
  ),
  'wage.nextFrom': dayOf(
    '有効期間中に発効する最低賃金の発効日',
    'minimumWages',
    '予定なし',
    (situation) => wageNext(situation)?.from ?? null,
  ),
  'wage.nextMargin': margin(
    '1時間当たりの賃金と、これから発効する最低賃金との差',
    'pay.hourly − wage.next',
    shortestDay,
    wageNext,
  ),
  'wage.newestFrom': dayOf(
    '登録されている最低賃金のうち、いちばん新しいものの発効日',
    'minimumWages, those not yet in force included',
    '登録なし',
    (situation) => wagesAt(situation).at(-1)?.from ?? null,
  ),
  'wage.revisionBegun': {
    type: 'date',
    label: '直近の改定期の初日',
    origin: 'asOf（判定日）と最低賃金の改定日',
    build: ({ asOf }) => revisionBegun(asOf),
  },
};
