import { choice, derived, figure, inMinutes, type PostingFacts, stated } from './factForms.ts';
import { averageWeek, inAWeek, longestDay, shortestDay, yearDaysGap } from './hours.ts';
import { choices } from './values.ts';

/** 労働時間 and 時間外労働. */
export const hoursFacts: PostingFacts = {
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
};
