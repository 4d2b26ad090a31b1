import { workDaysAYear } from './hours.ts';
import { inTenths, type PostingValues } from './values.ts';

/** What the amounts of a posting are for: an hour, a day or a month of work. */
export type PayUnit = 'hour' | 'day' | 'month';

/**
 * The unit of base pay and fixed allowances: that of the pay basis, with an annual salary given by the month. Where
 * the basis is another one or not said, full time is converted to a month and part time to an hour, as the form asks.
 */
export const payUnit = ({ pay_basis, work_time }: PostingValues): PayUnit | null => {
  switch (pay_basis) {
    case 'hourly':
      return 'hour';
    case 'daily':
      return 'day';
    case 'monthly':
    case 'annual':
      return 'month';
    default:
      return work_time === 'full' ? 'month' : work_time === 'part' ? 'hour' : null;
  }
};

type Allowance = { name: string; amount: number };

const namesAndAmounts = (posting: PostingValues) => [
  { name: posting.fixed_allowance1_name, amount: posting.fixed_allowance1_amount },
  { name: posting.fixed_allowance2_name, amount: posting.fixed_allowance2_amount },
  { name: posting.fixed_allowance3_name, amount: posting.fixed_allowance3_amount },
  { name: posting.fixed_allowance4_name, amount: posting.fixed_allowance4_amount },
];

const allowances = (posting: PostingValues): readonly Allowance[] =>
  namesAndAmounts(posting).flatMap(({ name, amount }) =>
    amount === null || amount === undefined ? [] : [{ name: name ?? '', amount }],
  );

/** Whether an allowance has a name without an amount or an amount without a name. */
export const hasHalfAllowance = (posting: PostingValues): boolean =>
  namesAndAmounts(posting).some(
    ({ name, amount }) => ((name ?? '').trim() === '') !== (amount === null || amount === undefined),
  );

/** 時間外・休日・深夜の割増: never part of ordinary pay (最低賃金法4条3項2号、同施行規則1条2項). */
const premiums = ['残業', '時間外', '休日', '深夜'];
const rare = ['賞与'];

/** Names of allowances that do not count as pay when it is compared with the minimum wage. */
const notCompared = [...premiums, ...rare, '精勤', '皆勤', '通勤', '交通費', '家族', '扶養'];

/** Names of allowances on which no premium is due (労働基準法37条5項、同施行規則21条). */
const notPremiumBase = [
  ...premiums,
  ...rare,
  '通勤',
  '交通費',
  '家族',
  '扶養',
  '別居',
  '子女',
  '住宅',
  '家賃',
];

const payWithout =
  (excluded: readonly string[]) =>
  (posting: PostingValues): number | null => {
    const base = posting.base_pay_min ?? null;
    if (base === null) return null;
    return allowances(posting)
      .filter(({ name }) => !excluded.some((word) => name.normalize('NFKC').includes(word)))
      .reduce((sum, { amount }) => sum + amount, base);
  };

/** The lowest ordinary pay of the posting, as the minimum wage looks at it; fixed overtime pay is never in it. */
export const comparedPay = payWithout(notCompared);

const premiumBase = payWithout(notPremiumBase);

/** A quotient of whole numbers, so that nothing is rounded before the end. */
type Fraction = { over: bigint; under: bigint };

/** Hours in the unit of the pay, as a fraction; null where the posting does not say them. */
const hoursInUnit = (posting: PostingValues, minutesADay: number | null): Fraction | null => {
  const unit = payUnit(posting);
  if (unit === 'hour') return { over: 1n, under: 1n };
  if (unit === null || minutesADay === null) return null;
  const day = { over: BigInt(minutesADay), under: 60n };
  if (unit === 'day') return day;
  const tenths = inTenths(posting.avg_work_days_month ?? Number.NaN);
  if (tenths !== null) return { over: day.over * BigInt(tenths), under: day.under * 10n };
  const year = workDaysAYear(posting);
  return year === null ? null : { over: day.over * BigInt(year), under: day.under * 12n };
};

/**
 * Yen for an hour, parts of a yen left off: the amount divided by the hours it is for (最低賃金法施行規則2条). Whether it
 * reaches a minimum wage, which is whole yen, does not change by leaving them off. null where the hours are not known.
 */
const hourly = (pay: number | null, posting: PostingValues, minutesADay: number | null): number | null => {
  const hours = hoursInUnit(posting, minutesADay);
  if (pay === null || hours === null || hours.over === 0n) return null;
  return Number((BigInt(pay) * hours.under) / hours.over);
};

/** The pay compared with the minimum wage, for an hour, on days of so many minutes. */
export const comparedHourly = (posting: PostingValues, minutesADay: number | null): number | null =>
  hourly(comparedPay(posting), posting, minutesADay);

/**
 * What the fixed overtime pay comes to for one of its hours, in percent of ordinary pay for an hour; parts of a percent
 * left off, which does not change whether a whole percentage is reached.
 */
export const fixedOvertimePercent = (posting: PostingValues, minutesADay: number | null): number | null => {
  const { fixed_overtime_amount: amount, fixed_overtime_hours: overtime } = posting;
  const base = premiumBase(posting);
  const hours = hoursInUnit(posting, minutesADay);
  if (!amount || !overtime || !base || hours === null) return null;
  return Number((BigInt(amount) * 100n * hours.over) / (BigInt(base) * BigInt(overtime) * hours.under));
};
