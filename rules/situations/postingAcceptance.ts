import { type CalendarDate, compareDates, endOfMonth, plusMonths } from '#app/domain/calendar.ts';
import { comingAfter, inForceOn, type MinimumWage, wagesOf } from '#app/domain/minimumWage.ts';
import { distinguishingFields, type PostingDescription } from '#app/domain/posting.ts';
import { type RefusalPeriod, refusalPeriodGrounds } from '#app/domain/refusalPeriod.ts';
import type { FactDefinition } from '#rules/facts.ts';
import { prefectureNames, revisionBegun, shippedMinimumWages } from '#rules/minimumWages.ts';
import { defineSituation, type SituationProblem } from '#rules/situation.ts';
import limits from '../limits/posting.json' with { type: 'json' };
import { averageWeek, inAWeek, longestDay, shortestDay, yearDaysGap } from './posting/hours.ts';
import {
  comparedHourly,
  comparedPay,
  fixedOvertimePercent,
  hasHalfAllowance,
  payUnit,
} from './posting/pay.ts';
import { dutiesItems, hoursItems, insuranceItems, labelsOf, missingOf, payItems } from './posting/stated.ts';
import {
  type Choices,
  choices,
  type Field,
  fieldSchemas,
  inTenths,
  isStated,
  type PostingValues,
} from './posting/values.ts';

/**
 * A posting as filled in so far, judged on the day of its application or acceptance. What the records say beside it
 * may be left out: nothing is then known against the establishment, the minimum wages are those the product ships,
 * and the posting is valid for as long as the shipped limits/posting says.
 *
 * The fields may also stand beside `asOf`, without `posting` around them.
 */
export type PostingSituation = {
  asOf: CalendarDate;
  posting: PostingValues;
  /** Every minimum wage known for the workplace's prefecture; those of other prefectures are not looked at. */
  minimumWages?: readonly MinimumWage[];
  /** The last day the posting would be valid if it were accepted on `asOf`. */
  validUntil?: CalendarDate;
  /** The establishment's other postings that are valid or in review. */
  others?: readonly PostingDescription[];
  establishment?: {
    refusalPeriods?: readonly RefusalPeriod[];
    /** 利用制限 in force. */
    restricted?: boolean;
    /** 求人票と相違するとの申出, not settled. */
    openComplaints?: number;
  };
};

type PostingFact = FactDefinition<PostingSituation>;

const whenNull = '未入力';

const choice = (field: Field, label: string, of: Choices): PostingFact => ({
  type: 'enum',
  label,
  choices: of,
  whenNull,
  origin: `posting.${field}`,
  build: ({ posting }) => {
    const value = posting[field];
    return typeof value === 'string' ? value : null;
  },
});

const figure = (field: Field, label: string): PostingFact => ({
  type: 'integer',
  label,
  whenNull,
  origin: `posting.${field}`,
  build: ({ posting }) => {
    const value = posting[field];
    return typeof value === 'number' ? value : null;
  },
});

/** Whether a text field says anything. The text itself is not a fact: it may name people, and a verdict is kept. */
const stated = (
  field: Field &
    (
      | `${string}_scope`
      | `${string}_reason`
      | `${string}_condition`
      | `${string}_detail`
      | `${string}_note`
      | `${string}_no`
    ),
  label: string,
): PostingFact => ({
  type: 'boolean',
  label,
  origin: `posting.${field}`,
  build: ({ posting }) => isStated(posting[field]),
});

const derived = (
  label: string,
  origin: string,
  build: (posting: PostingValues) => number | null,
): PostingFact => ({
  type: 'integer',
  label,
  whenNull: '計算できない',
  origin,
  build: ({ posting }) => build(posting),
});

const holds = (label: string, origin: string, build: (posting: PostingValues) => boolean): PostingFact => ({
  type: 'boolean',
  label,
  origin,
  build: ({ posting }) => build(posting),
});

const missing = (label: string, items: Parameters<typeof missingOf>[0]): PostingFact => ({
  type: 'enumList',
  label,
  choices: labelsOf(items),
  origin: `posting: ${Object.keys(items).join(', ')}`,
  build: ({ posting }) => missingOf(items, posting),
});

const difference = (a: number | null | undefined, b: number | null | undefined): number | null =>
  a === null || a === undefined || b === null || b === undefined ? null : a - b;

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

const yenAt = (
  label: string,
  origin: string,
  whenNullHere: string,
  of: (situation: PostingSituation) => number | null,
): PostingFact => ({ type: 'integer', label, origin, whenNull: whenNullHere, build: of });

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

const dayOf = (
  label: string,
  origin: string,
  whenNullHere: string,
  of: (situation: PostingSituation) => CalendarDate | null,
): PostingFact => ({ type: 'date', label, origin, whenNull: whenNullHere, build: of });

const inMinutes = (fact: PostingFact): PostingFact => ({ ...fact, unit: 'minutes' });
const staffOnly = (fact: PostingFact): PostingFact => ({ ...fact, staffOnly: true });

const folded = (text: string | null | undefined): string =>
  (text ?? '').normalize('NFKC').replace(/\s/g, '').toLowerCase();

const isSame = (posting: PostingValues, other: PostingDescription): boolean =>
  isStated(posting.job_title) &&
  distinguishingFields.every((field) => folded(posting[field]) === folded(other[field]));

/** The days of the refusal periods that have begun on or before `asOf`. */
const begunPeriods = ({ asOf, establishment }: PostingSituation): readonly RefusalPeriod[] =>
  (establishment?.refusalPeriods ?? []).filter(({ from }) => from <= asOf);

const isCorrected = (asOf: CalendarDate, { correctedOn }: RefusalPeriod): boolean =>
  correctedOn !== null && correctedOn <= asOf;

const latest = (days: readonly (CalendarDate | null)[]): CalendarDate | null =>
  days
    .filter((day) => day !== null)
    .toSorted(compareDates)
    .at(-1) ?? null;

/** Months of the trial employment: the length of the fixed term, else of the trial period. */
const trialMonths = (posting: PostingValues): number | null =>
  (posting.contract_term === 'fixed' ? posting.contract_period_months : null) ??
  (posting.trial_period === 'yes' ? posting.trial_period_months : null) ??
  null;

/** A day of the month as a number, the end of it after every other; null for その他. */
const dayNumber = (day: string | null | undefined): number | null => {
  if (day === null || day === undefined || day === 'other') return null;
  return day === 'end' ? 31 : Number(day);
};

const date = { type: 'string', format: 'calendarDate' };
const dateOrNull = { type: ['string', 'null'], format: 'calendarDate' };
const textOrNull = { type: ['string', 'null'], maxLength: 5000 };
const exactly = (properties: Readonly<Record<string, object>>): object => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});

const parts = {
  asOf: date,
  posting: { type: 'object', maxProperties: 500, properties: fieldSchemas },
  minimumWages: {
    type: 'array',
    maxItems: 5000,
    items: exactly({
      prefecture: { type: 'string', enum: Object.keys(prefectureNames) },
      yen: { type: 'integer', minimum: 1, maximum: 1_000_000 },
      from: date,
    }),
  },
  validUntil: date,
  others: {
    type: 'array',
    maxItems: 5000,
    items: exactly(Object.fromEntries(distinguishingFields.map((field) => [field, textOrNull]))),
  },
  establishment: {
    type: 'object',
    additionalProperties: false,
    properties: {
      refusalPeriods: {
        type: 'array',
        maxItems: 1000,
        items: exactly({
          ground: { type: 'string', enum: [...refusalPeriodGrounds] },
          from: date,
          correctedOn: dateOrNull,
          sentOrPublishedOn: dateOrNull,
        }),
      },
      restricted: { type: 'boolean' },
      openComplaints: { type: 'integer', minimum: 0, maximum: 100_000 },
    },
  },
};

/** The fields of a posting that stand beside `asOf` are put together; whatever else it is stays as it is. */
const gathered = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || 'posting' in value) return value;
  const entries = Object.entries(value);
  const isPart = ([name]: [string, unknown]): boolean => Object.hasOwn(parts, name);
  const fields = entries.filter((entry) => !isPart(entry));
  if (fields.length === 0) return value;
  return { ...Object.fromEntries(entries.filter(isPart)), posting: Object.fromEntries(fields) };
};

/** Years in which months can be counted on from any day. */
const years = { first: '1900-01-01', last: '2999-12-31' };

const outOfTime = ({ asOf }: PostingSituation): SituationProblem[] =>
  asOf < years.first || asOf > years.last
    ? [{ path: 'asOf', message: `must be from ${years.first} to ${years.last} (read: "${asOf}")` }]
    : [];

const tooPrecise = ({ posting: { avg_work_days_month: days } }: PostingSituation): SituationProblem[] =>
  days === null || days === undefined || inTenths(days) !== null
    ? []
    : [
        {
          path: 'posting.avg_work_days_month',
          message: `must have at most one decimal place (read: ${days})`,
        },
      ];

export const postingSituation = defineSituation<PostingSituation>({
  prepare: gathered,
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['asOf', 'posting'],
    properties: parts,
  },
  check: (situation) => [...outOfTime(situation), ...tooPrecise(situation)],
  facts: {
    'missing.duties': missing('明示のない項目(仕事内容)', dutiesItems),
    'missing.pay': missing('明示のない項目(賃金)', payItems),
    'missing.hours': missing('明示のない項目(労働時間)', hoursItems),
    'missing.insurance': missing('明示のない項目(保険)', insuranceItems),

    'pay.unit': {
      type: 'enum',
      label: '賃金の単位',
      choices: { hour: '時間額', day: '日額', month: '月額' },
      whenNull,
      origin: 'posting.pay_basis, work_time',
      build: ({ posting }) => payUnit(posting),
    },
    'pay.compared': derived(
      '最低賃金と比べる賃金(下限)',
      'posting.base_pay_min + fixed_allowance1–4_amount（精皆勤・通勤・家族手当を除く）',
      comparedPay,
    ),
    'pay.hourly': derived(
      '1時間当たりの賃金(下限)',
      'pay.compared ÷ hours of its unit, on the shortest of the shifts; parts of a yen left off',
      (posting) => comparedHourly(posting, shortestDay(posting)),
    ),
    'pay.hourlyLongest': derived(
      'いちばん長い就業時間で計算した1時間当たりの賃金(下限)',
      'pay.compared ÷ hours of its unit, on the longest of the shifts; parts of a yen left off',
      (posting) => comparedHourly(posting, longestDay(posting)),
    ),
    'pay.baseMin': figure('base_pay_min', '基本給の下限'),
    'pay.baseMax': figure('base_pay_max', '基本給の上限'),
    'pay.baseRange': derived('基本給の幅', 'posting.base_pay_max − base_pay_min', (posting) =>
      difference(posting.base_pay_max, posting.base_pay_min),
    ),
    'pay.raiseRange': derived('昇給額の幅', 'posting.raise_amount_max − raise_amount_min', (posting) =>
      difference(posting.raise_amount_max, posting.raise_amount_min),
    ),
    'pay.allowanceIncomplete': holds(
      '名称か金額だけの手当がある',
      'posting.fixed_allowance1–4_name, _amount',
      hasHalfAllowance,
    ),
    'pay.fixedOvertime': choice('fixed_overtime', '固定残業代', choices.yesNo),
    'pay.fixedOvertimeAmount': figure('fixed_overtime_amount', '固定残業代の金額'),
    'pay.fixedOvertimeHours': figure('fixed_overtime_hours', '固定残業代の時間数'),
    'pay.fixedOvertimeExcessPaid': holds(
      '超過分を追加で支払う',
      'posting.fixed_overtime_excess_paid',
      (posting) => posting.fixed_overtime_excess_paid === true,
    ),
    'pay.fixedOvertimePercent': derived(
      '固定残業代の1時間分の、通常の賃金に対する割合(%)',
      'posting.fixed_overtime_amount ÷ fixed_overtime_hours ÷ 通常の1時間の賃金（端数切捨て）',
      (posting) => fixedOvertimePercent(posting, longestDay(posting)),
    ),
    'pay.month': choice('pay_month', '賃金を支払う月', choices.payMonth),
    'pay.daysAfterClosing': derived(
      '賃金の締切日から支払日までの日数',
      'posting.pay_day − pay_closing_day（月末は31日とする）',
      (posting) => difference(dayNumber(posting.pay_day), dayNumber(posting.pay_closing_day)),
    ),

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

    'hours.workMinutes': inMinutes(
      derived(
        '1日の労働時間',
        'いちばん長い就業時間 − posting.break_minutes、または posting.hours_range_hours',
        longestDay,
      ),
    ),
    'hours.weeklyMinutes': inMinutes(
      derived('1週間の労働時間', 'hours.workMinutes × weekly_days', (posting) =>
        inAWeek(longestDay(posting), posting.weekly_days),
      ),
    ),
    'hours.weeklyMinutesLeast': inMinutes(
      derived(
        'いちばん短い就業時間での1週間の労働時間',
        '（いちばん短い就業時間 − posting.break_minutes）× weekly_days',
        (posting) => inAWeek(shortestDay(posting), posting.weekly_days),
      ),
    ),
    'hours.averageWeekMinutes': inMinutes(
      derived(
        '年間休日数から計算した1週間の平均労働時間',
        'hours.workMinutes × (365 − annual_holidays) × 7 ÷ 365; parts of a minute counted whole',
        averageWeek,
      ),
    ),
    'hours.yearDaysGap': derived(
      '月平均労働日数の12か月分と、年間休日数から計算した年間労働日数との差(日)',
      'posting.avg_work_days_month × 12 と 365 − annual_holidays の差（端数切捨て）',
      yearDaysGap,
    ),
    'hours.breakMinutes': inMinutes(figure('break_minutes', '休憩時間')),
    'hours.system': choice('variable_hours_system', '変形労働時間制等', choices.hoursSystem),
    'hours.workTime': choice('work_time', 'フルタイム・パートの別', choices.workTime),
    'hours.annualHolidays': figure('annual_holidays', '年間休日数'),
    'hours.weeklyDays': figure('weekly_days', '週所定労働日数'),

    'overtime.exists': choice('overtime', '時間外労働', choices.yesNo),
    'overtime.monthlyHours': figure('overtime_monthly_hours', '月平均の時間外労働'),
    'overtime.yearlyHours': derived(
      '1年の時間外労働',
      'posting.overtime_monthly_hours × 12',
      ({ overtime_monthly_hours: hours }) => (hours === null || hours === undefined ? null : hours * 12),
    ),
    'overtime.specialClause': choice('article36_special', '36協定の特別条項', choices.yesNo),
    'overtime.specialReasonStated': stated('article36_special_reason', '特別な事情の記入'),

    'duties.changeScopeStated': stated('duties_change_scope', '業務の変更の範囲の記入'),
    'workplace.transferPossible': choice('transfer_possible', '転勤の可能性', choices.yesNo),
    'workplace.transferScopeStated': stated('transfer_scope', '転勤の範囲の記入'),
    'workplace.noteStated': stated('workplace_note', '就業場所に関する特記事項の記入'),
    'smoking.measure': choice('smoking_measure', '受動喫煙対策', choices.smoking),
    'smoking.detail': choice('smoking_measure_detail', '受動喫煙対策の内容', choices.smokingDetail),
    'smoking.noteStated': stated('smoking_measure_note', '受動喫煙対策に関する特記事項の記入'),

    'contract.term': choice('contract_term', '雇用期間の定め', choices.term),
    'contract.days': derived(
      '雇用期間の日数',
      'posting.contract_period_months × 30 + contract_period_days',
      ({ contract_period_months: months, contract_period_days: days }) =>
        (months ?? null) === null && (days ?? null) === null ? null : (months ?? 0) * 30 + (days ?? 0),
    ),
    'contract.renewal': choice('renewal_possibility', '契約更新の可能性', choices.renewal),
    'contract.renewalConditionStated': stated('renewal_condition', '契約更新の条件の記入'),
    'contract.renewalCap': choice('renewal_cap', '更新の上限', choices.yesNo),
    'contract.renewalCapStated': stated('renewal_cap_detail', '更新の上限の内容の記入'),

    'age.limit': choice('age_limit', '年齢制限', choices.ageLimit),
    'age.min': figure('age_min', '年齢の下限'),
    'age.max': figure('age_max', '年齢の上限'),
    'age.bandYears': derived('年齢の幅(年)', 'posting.age_max − age_min + 1', (posting) => {
      const width = difference(posting.age_max, posting.age_min);
      return width === null ? null : width + 1;
    }),
    'age.exception': choice('age_exception', '年齢制限の例外事由', choices.ageException),
    'age.reasonStated': stated('age_reason', '年齢制限の理由の記入'),
    'age.retirement': choice('mandatory_retirement', '定年制', choices.yesNo),
    'age.yearsBelowRetirement': derived(
      '定年と年齢の上限との差',
      'posting.mandatory_retirement_age − age_max',
      (posting) => difference(posting.mandatory_retirement_age, posting.age_max),
    ),
    'applicant.experience': choice('experience', '必要な経験等', choices.demand),

    'dispatch.kind': choice('dispatch_kind', '派遣・請負の別', choices.dispatchKind),
    'dispatch.licenceStated': stated('dispatch_licence_no', '許可番号の記入'),
    'dispatch.licenceUsual': holds(
      '許可番号が通常の形(派13-123456)である',
      'posting.dispatch_licence_no',
      ({ dispatch_licence_no }) =>
        /^派\d{2}-\d{6}$/.test((dispatch_licence_no ?? '').normalize('NFKC').trim()),
    ),
    'dispatch.employmentForm': choice('employment_form', '雇用形態', choices.employmentForm),

    'insurance.answered': holds(
      '加入保険が選ばれている',
      'posting.insurances',
      ({ insurances }) => (insurances ?? []).length > 0,
    ),
    'insurance.kinds': {
      type: 'enumList',
      label: '加入保険',
      choices: choices.insurance,
      origin: 'posting.insurances',
      build: ({ posting }) => posting.insurances ?? [],
    },

    'trial.wish': choice('trial_employment_wish', 'トライアル雇用併用の希望', choices.trialWish),
    'trial.kind': choice('trial_kind', 'トライアル雇用の種類', choices.trialKind),
    'trial.months': {
      type: 'integer',
      label: 'トライアル雇用の期間(月数)',
      whenNull: '記入なし',
      origin: 'posting.contract_period_months（期間の定めがないときは trial_period_months）',
      build: ({ posting }) => trialMonths(posting),
    },

    'others.same': {
      type: 'integer',
      label: '同じ内容の求人の数',
      origin: `others with the same ${distinguishingFields.join(', ')}`,
      build: ({ posting, others = [] }) => others.filter((other) => isSame(posting, other)).length,
    },
    'refusal.uncorrected': {
      type: 'integer',
      label: '是正されていない求人不受理の数',
      origin: 'establishment.refusalPeriods（判定日までに始まり、是正されていないもの）',
      staffOnly: true,
      build: (situation) =>
        begunPeriods(situation).filter((period) => !isCorrected(situation.asOf, period)).length,
    },
    'refusal.lastCorrectedOn': staffOnly(
      dayOf(
        '求人不受理の対象となった違反の、直近の是正日',
        'establishment.refusalPeriods.correctedOn',
        'なし',
        (situation) =>
          latest(
            begunPeriods(situation)
              .filter((period) => isCorrected(situation.asOf, period))
              .map(({ correctedOn }) => correctedOn),
          ),
      ),
    ),
    'refusal.lastSentOn': staffOnly(
      dayOf(
        '直近の送検日',
        'establishment.refusalPeriods.sentOrPublishedOn of those sent to prosecutors',
        'なし',
        (situation) =>
          latest(
            begunPeriods(situation)
              .filter(({ ground }) => ground === 'sent_to_prosecutors')
              .map(({ sentOrPublishedOn }) => sentOrPublishedOn),
          ),
      ),
    ),
    'establishment.restricted': {
      type: 'boolean',
      label: 'マイページの利用制限中',
      origin: 'establishment.restricted',
      build: ({ establishment }) => establishment?.restricted ?? false,
    },
    'establishment.openComplaints': {
      type: 'integer',
      label: '求人票と実際が違うという申出のうち、解決していないものの数',
      origin: 'establishment.openComplaints',
      staffOnly: true,
      build: ({ establishment }) => establishment?.openComplaints ?? 0,
    },
  },
});
