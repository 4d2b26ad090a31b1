import { choice, derived, difference, figure, holds, type PostingFacts, whenNull } from './factForms.ts';
import { longestDay, shortestDay } from './hours.ts';
import { comparedHourly, comparedPay, fixedOvertimePercent, hasHalfAllowance, payUnit } from './pay.ts';
import { choices } from './values.ts';

/** A day of the month as a number, the end of it after every other; null for その他. */
const dayNumber = (day: string | null | undefined): number | null => {
  if (day === null || day === undefined || day === 'other') return null;
  return day === 'end' ? 31 : Number(day);
};

/** 賃金. */
export const payFacts: PostingFacts = {
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
};
