import type { CalendarDate } from '#app/domain/calendar.ts';
import type { FactDefinition } from '#rules/facts.ts';
import { defineSituation } from '#rules/situation.ts';

/** The values of the posting form (app/forms/posting) that the checks look at; null or missing means not filled in. */
export type PostingValues = {
  fixed_overtime?: string | null;
  fixed_overtime_amount?: number | null;
  fixed_overtime_hours?: number | null;
  fixed_overtime_excess_paid?: boolean | null;
  shift1_start?: string | null;
  shift1_end?: string | null;
  shift2_start?: string | null;
  shift2_end?: string | null;
  shift3_start?: string | null;
  shift3_end?: string | null;
  variable_hours_system?: string | null;
  break_minutes?: number | null;
  weekly_days?: number | null;
  overtime?: string | null;
  overtime_monthly_hours?: number | null;
  article36_special?: string | null;
  article36_special_reason?: string | null;
  duties_change_scope?: string | null;
  transfer_possible?: string | null;
  transfer_scope?: string | null;
  contract_term?: string | null;
  renewal_possibility?: string | null;
  renewal_condition?: string | null;
  renewal_cap?: string | null;
  renewal_cap_detail?: string | null;
  age_limit?: string | null;
  age_min?: number | null;
  age_max?: number | null;
  age_exception?: string | null;
  age_reason?: string | null;
  mandatory_retirement?: string | null;
  mandatory_retirement_age?: number | null;
  dispatch_kind?: string | null;
  dispatch_licence_no?: string | null;
  employment_form?: string | null;
  base_pay_min?: number | null;
  base_pay_max?: number | null;
  annual_holidays?: number | null;
  work_time?: string | null;
};

/** A posting as filled in so far, judged on the day of its application. The form's other fields may be there and are not read. */
export type PostingSituation = { asOf: CalendarDate; posting: PostingValues };

type Field = keyof PostingValues;
type Choices = Readonly<Record<string, string>>;
type PostingFact = FactDefinition<PostingSituation>;

const YES_NO: Choices = { yes: 'あり', no: 'なし' };
const HOURS_SYSTEMS: Choices = {
  none: 'なし',
  month: '1か月単位の変形労働時間制',
  year: '1年単位の変形労働時間制',
  flex: 'フレックスタイム制',
  discretionary: '裁量労働制',
  other: 'その他',
};
const EMPLOYMENT_FORMS: Choices = {
  regular: '正社員',
  non_regular: '正社員以外',
  fixed_dispatch: '有期雇用派遣労働者',
  indefinite_dispatch: '無期雇用派遣労働者',
  part: 'パート労働者',
  part_fixed_dispatch: '有期雇用派遣パート',
  part_indefinite_dispatch: '無期雇用派遣パート',
};
const AGE_EXCEPTIONS: Choices = {
  a: '定年を上限',
  b: '法令の規定',
  c: 'キャリア形成',
  d: '技能・ノウハウ等の継承',
  e: '芸術・芸能',
  f: '60歳以上・国の施策',
};

const whenNull = '未入力';

const choice = (field: Field, label: string, choices: Choices): PostingFact => ({
  type: 'enum',
  label,
  choices,
  whenNull,
  origin: `posting.${field}`,
  build: ({ posting }) => posting[field] ?? null,
});

const figure = (field: Field, label: string): PostingFact => ({
  type: 'integer',
  label,
  whenNull,
  origin: `posting.${field}`,
  build: ({ posting }) => posting[field] ?? null,
});

const isStated = (text: string | null | undefined): boolean => typeof text === 'string' && text.trim() !== '';

/** Whether a text field says anything. The text itself is not a fact: it may name people, and a verdict is kept. */
const stated = (
  field: Field &
    (`${string}_scope` | `${string}_reason` | `${string}_condition` | `${string}_detail` | `${string}_no`),
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

const MINUTES_A_DAY = 24 * 60;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Minutes from start to end; an end not later than the start is on the next day (夜勤). null while either is missing. */
const span = (start: string | null | undefined, end: string | null | undefined): number | null => {
  if (!start || !end) return null;
  const minutes = minutesOf(end) - minutesOf(start);
  return minutes > 0 ? minutes : minutes + MINUTES_A_DAY;
};

/** Minutes of work in the longest shift, the break taken off (労働基準法32条: 休憩時間を除き). */
const workMinutes = (posting: PostingValues): number | null => {
  const spans = [
    span(posting.shift1_start, posting.shift1_end),
    span(posting.shift2_start, posting.shift2_end),
    span(posting.shift3_start, posting.shift3_end),
  ].filter((minutes) => minutes !== null);
  const rest = posting.break_minutes ?? null;
  return spans.length === 0 || rest === null ? null : Math.max(0, Math.max(...spans) - rest);
};

const product = (a: number | null, b: number | null | undefined): number | null =>
  a === null || b === null || b === undefined ? null : a * b;

const difference = (a: number | null | undefined, b: number | null | undefined): number | null =>
  a === null || a === undefined || b === null || b === undefined ? null : a - b;

const orNull = (schema: { type: string } & Record<string, unknown>): object => ({
  ...schema,
  type: [schema.type, 'null'],
  ...('enum' in schema && { enum: [...(schema.enum as unknown[]), null] }),
});
const oneOf = (choices: Choices): object => orNull({ type: 'string', enum: Object.keys(choices) });
const whole = orNull({ type: 'integer', minimum: 0, maximum: 1_000_000_000 });
const text = orNull({ type: 'string', maxLength: 5000 });
const time = orNull({ type: 'string', format: 'clockTime' });

const TERMS: Choices = { indefinite: '定めなし', fixed: '定めあり' };
const RENEWALS: Choices = { principle: 'あり(原則更新)', conditional: 'あり(条件付き)', none: 'なし' };
const AGE_LIMITS: Choices = { none: '不問', limited: '制限あり' };
const DISPATCH_KINDS: Choices = { direct: '派遣・請負ではない', dispatch: '派遣', contracting: '請負' };
const WORK_TIMES: Choices = { full: 'フルタイム', part: 'パート' };

const fields: Readonly<Record<Field, object>> = {
  fixed_overtime: oneOf(YES_NO),
  fixed_overtime_amount: whole,
  fixed_overtime_hours: whole,
  fixed_overtime_excess_paid: orNull({ type: 'boolean' }),
  shift1_start: time,
  shift1_end: time,
  shift2_start: time,
  shift2_end: time,
  shift3_start: time,
  shift3_end: time,
  variable_hours_system: oneOf(HOURS_SYSTEMS),
  break_minutes: whole,
  weekly_days: whole,
  overtime: oneOf(YES_NO),
  overtime_monthly_hours: whole,
  article36_special: oneOf(YES_NO),
  article36_special_reason: text,
  duties_change_scope: text,
  transfer_possible: oneOf(YES_NO),
  transfer_scope: text,
  contract_term: oneOf(TERMS),
  renewal_possibility: oneOf(RENEWALS),
  renewal_condition: text,
  renewal_cap: oneOf(YES_NO),
  renewal_cap_detail: text,
  age_limit: oneOf(AGE_LIMITS),
  age_min: whole,
  age_max: whole,
  age_exception: oneOf(AGE_EXCEPTIONS),
  age_reason: text,
  mandatory_retirement: oneOf(YES_NO),
  mandatory_retirement_age: whole,
  dispatch_kind: oneOf(DISPATCH_KINDS),
  dispatch_licence_no: text,
  employment_form: oneOf(EMPLOYMENT_FORMS),
  base_pay_min: whole,
  base_pay_max: whole,
  annual_holidays: whole,
  work_time: oneOf(WORK_TIMES),
};

export const postingSituation = defineSituation<PostingSituation>({
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['asOf', 'posting'],
    properties: {
      asOf: { type: 'string', format: 'calendarDate' },
      posting: { type: 'object', maxProperties: 500, properties: fields },
    },
  },
  facts: {
    'pay.fixedOvertime': choice('fixed_overtime', '固定残業代', YES_NO),
    'pay.fixedOvertimeAmount': figure('fixed_overtime_amount', '固定残業代の金額'),
    'pay.fixedOvertimeHours': figure('fixed_overtime_hours', '固定残業代の時間数'),
    'pay.fixedOvertimeExcessPaid': {
      type: 'boolean',
      label: '超過分を追加で支払う',
      origin: 'posting.fixed_overtime_excess_paid',
      build: ({ posting }) => posting.fixed_overtime_excess_paid === true,
    },
    'pay.baseMin': figure('base_pay_min', '基本給の下限'),
    'pay.baseMax': figure('base_pay_max', '基本給の上限'),
    'pay.baseRange': derived('基本給の幅', 'posting.base_pay_max − base_pay_min', (posting) =>
      difference(posting.base_pay_max, posting.base_pay_min),
    ),
    'hours.workMinutes': derived('1日の労働時間(分)', 'posting: longest shift − break_minutes', workMinutes),
    'hours.weeklyMinutes': derived(
      '1週間の労働時間(分)',
      'posting: (longest shift − break_minutes) × weekly_days',
      (posting) => product(workMinutes(posting), posting.weekly_days),
    ),
    'hours.breakMinutes': figure('break_minutes', '休憩時間'),
    'hours.system': choice('variable_hours_system', '変形労働時間制等', HOURS_SYSTEMS),
    'hours.workTime': choice('work_time', 'フルタイム・パートの別', WORK_TIMES),
    'hours.annualHolidays': figure('annual_holidays', '年間休日数'),
    'overtime.exists': choice('overtime', '時間外労働', YES_NO),
    'overtime.monthlyHours': figure('overtime_monthly_hours', '月平均の時間外労働'),
    'overtime.specialClause': choice('article36_special', '36協定の特別条項', YES_NO),
    'overtime.specialReasonStated': stated('article36_special_reason', '特別な事情の記入'),
    'duties.changeScopeStated': stated('duties_change_scope', '業務の変更の範囲の記入'),
    'workplace.transferPossible': choice('transfer_possible', '転勤の可能性', YES_NO),
    'workplace.transferScopeStated': stated('transfer_scope', '転勤の範囲の記入'),
    'contract.term': choice('contract_term', '雇用期間の定め', TERMS),
    'contract.renewal': choice('renewal_possibility', '契約更新の可能性', RENEWALS),
    'contract.renewalConditionStated': stated('renewal_condition', '契約更新の条件の記入'),
    'contract.renewalCap': choice('renewal_cap', '更新の上限', YES_NO),
    'contract.renewalCapStated': stated('renewal_cap_detail', '更新の上限の内容の記入'),
    'age.limit': choice('age_limit', '年齢制限', AGE_LIMITS),
    'age.min': figure('age_min', '年齢の下限'),
    'age.max': figure('age_max', '年齢の上限'),
    'age.bandYears': derived('年齢の幅(年)', 'posting.age_max − age_min + 1', (posting) => {
      const width = difference(posting.age_max, posting.age_min);
      return width === null ? null : width + 1;
    }),
    'age.exception': choice('age_exception', '年齢制限の例外事由', AGE_EXCEPTIONS),
    'age.reasonStated': stated('age_reason', '年齢制限の理由の記入'),
    'age.retirement': choice('mandatory_retirement', '定年制', YES_NO),
    'age.yearsBelowRetirement': derived(
      '定年と年齢の上限との差',
      'posting.mandatory_retirement_age − age_max',
      (posting) => difference(posting.mandatory_retirement_age, posting.age_max),
    ),
    'dispatch.kind': choice('dispatch_kind', '派遣・請負の別', DISPATCH_KINDS),
    'dispatch.licenceStated': stated('dispatch_licence_no', '許可番号の記入'),
    'dispatch.employmentForm': choice('employment_form', '雇用形態', EMPLOYMENT_FORMS),
  },
});
