import { hasHalfShift, hasShift, workDaysAYear } from './hours.ts';
import { payUnit } from './pay.ts';
import { type Choices, isStated, type PostingValues } from './values.ts';

/** What must be stated (職業安定法5条の3、同施行規則4条の2), by the screen of the form that asks for it. */
type Item = { label: string; isMissing(posting: PostingValues): boolean };
type Items = Readonly<Record<string, Item>>;

const isEmpty = (value: unknown): boolean => value === null || value === undefined;
const isEmptyList = (list: readonly string[] | null | undefined): boolean => (list ?? []).length === 0;

const fixedTermUnsaid = (posting: PostingValues): boolean =>
  posting.contract_term === 'fixed' &&
  !posting.contract_period_months &&
  !posting.contract_period_days &&
  !posting.contract_period_end;

const trialPeriodUnsaid = (posting: PostingValues): boolean =>
  posting.trial_period === 'yes' &&
  (!posting.trial_period_months ||
    isEmpty(posting.trial_period_terms) ||
    (posting.trial_period_terms === 'different' && !isStated(posting.trial_period_terms_detail)));

/** Screen 3: 仕事内容. 業務の変更の範囲 and 受動喫煙対策 have checks of their own. */
export const dutiesItems: Items = {
  job_title: { label: '職種', isMissing: ({ job_title }) => !isStated(job_title) },
  job_description: { label: '仕事の内容', isMissing: ({ job_description }) => !isStated(job_description) },
  employment_form: { label: '雇用形態', isMissing: ({ employment_form }) => isEmpty(employment_form) },
  contract_term: {
    label: '雇用期間',
    isMissing: (posting) => isEmpty(posting.contract_term) || fixedTermUnsaid(posting),
  },
  workplace: {
    label: '就業場所',
    isMissing: ({ workplace_prefecture, workplace_city }) =>
      isEmpty(workplace_prefecture) || !isStated(workplace_city),
  },
  transfer_possible: {
    label: '転勤の可能性',
    isMissing: ({ transfer_possible }) => isEmpty(transfer_possible),
  },
  trial_period: {
    label: '試用期間',
    isMissing: (posting) => isEmpty(posting.trial_period) || trialPeriodUnsaid(posting),
  },
};

/** Screen 4: 賃金・手当 */
export const payItems: Items = {
  base_pay: {
    label: '基本給',
    isMissing: ({ base_pay_min, base_pay_max }) => isEmpty(base_pay_min) || isEmpty(base_pay_max),
  },
  pay_basis: { label: '賃金形態', isMissing: ({ pay_basis }) => isEmpty(pay_basis) },
  fixed_overtime: { label: '固定残業代の有無', isMissing: ({ fixed_overtime }) => isEmpty(fixed_overtime) },
  avg_work_days_month: {
    label: '月平均労働日数',
    isMissing: (posting) =>
      payUnit(posting) === 'month' && isEmpty(posting.avg_work_days_month) && workDaysAYear(posting) === null,
  },
};

/** Screen 5: 労働時間 */
export const hoursItems: Items = {
  shift: { label: '就業時間', isMissing: (posting) => !hasShift(posting) || hasHalfShift(posting) },
  break_minutes: { label: '休憩時間', isMissing: ({ break_minutes }) => isEmpty(break_minutes) },
  overtime: {
    label: '時間外労働',
    isMissing: ({ overtime, overtime_monthly_hours }) =>
      isEmpty(overtime) || (overtime === 'yes' && isEmpty(overtime_monthly_hours)),
  },
  deemed_hours: {
    label: '裁量労働制のみなし労働時間',
    isMissing: ({ variable_hours_system, hours_note }) =>
      variable_hours_system === 'discretionary' && !isStated(hours_note),
  },
  holidays: { label: '休日', isMissing: ({ holidays }) => isEmptyList(holidays) },
  weekly_days: {
    label: '週所定労働日数',
    isMissing: ({ work_time, weekly_days }) => work_time === 'part' && isEmpty(weekly_days),
  },
};

/** Screen 6: 保険・年金・定年等 */
export const insuranceItems: Items = {
  insurances: { label: '加入保険', isMissing: ({ insurances }) => isEmptyList(insurances) },
};

export const missingOf = (items: Items, posting: PostingValues): readonly string[] =>
  Object.entries(items).flatMap(([name, { isMissing }]) => (isMissing(posting) ? [name] : []));

export const labelsOf = (items: Items): Choices =>
  Object.fromEntries(Object.entries(items).map(([name, { label }]) => [name, label]));
