/** The values of the posting form (app/forms/posting) that the checks look at; null or missing means not filled in. */
export type PostingValues = {
  trial_employment_wish?: string | null;
  trial_kind?: string | null;
  work_time?: string | null;
  job_title?: string | null;
  job_description?: string | null;
  duties_change_scope?: string | null;
  employment_form?: string | null;
  dispatch_kind?: string | null;
  dispatch_licence_no?: string | null;
  contract_term?: string | null;
  contract_period_months?: number | null;
  contract_period_days?: number | null;
  contract_period_end?: string | null;
  renewal_possibility?: string | null;
  renewal_condition?: string | null;
  renewal_cap?: string | null;
  renewal_cap_detail?: string | null;
  workplace_prefecture?: string | null;
  workplace_city?: string | null;
  workplace_street?: string | null;
  workplace_note?: string | null;
  smoking_measure?: string | null;
  smoking_measure_detail?: string | null;
  smoking_measure_note?: string | null;
  transfer_possible?: string | null;
  transfer_scope?: string | null;
  age_limit?: string | null;
  age_min?: number | null;
  age_max?: number | null;
  age_exception?: string | null;
  age_reason?: string | null;
  experience?: string | null;
  trial_period?: string | null;
  trial_period_months?: number | null;
  trial_period_terms?: string | null;
  trial_period_terms_detail?: string | null;
  base_pay_min?: number | null;
  base_pay_max?: number | null;
  fixed_allowance1_name?: string | null;
  fixed_allowance1_amount?: number | null;
  fixed_allowance2_name?: string | null;
  fixed_allowance2_amount?: number | null;
  fixed_allowance3_name?: string | null;
  fixed_allowance3_amount?: number | null;
  fixed_allowance4_name?: string | null;
  fixed_allowance4_amount?: number | null;
  fixed_overtime?: string | null;
  fixed_overtime_amount?: number | null;
  fixed_overtime_hours?: number | null;
  fixed_overtime_excess_paid?: boolean | null;
  /** At most one decimal place: 20.5 days. */
  avg_work_days_month?: number | null;
  pay_basis?: string | null;
  pay_closing_day?: string | null;
  pay_month?: string | null;
  pay_day?: string | null;
  raise_amount_min?: number | null;
  raise_amount_max?: number | null;
  shift1_start?: string | null;
  shift1_end?: string | null;
  shift2_start?: string | null;
  shift2_end?: string | null;
  shift3_start?: string | null;
  shift3_end?: string | null;
  hours_range_hours?: number | null;
  variable_hours_system?: string | null;
  hours_note?: string | null;
  overtime?: string | null;
  overtime_monthly_hours?: number | null;
  article36_special?: string | null;
  article36_special_reason?: string | null;
  break_minutes?: number | null;
  annual_holidays?: number | null;
  holidays?: readonly string[] | null;
  weekly_days?: number | null;
  insurances?: readonly string[] | null;
  mandatory_retirement?: string | null;
  mandatory_retirement_age?: number | null;
};

export type Field = keyof PostingValues;
export type Choices = Readonly<Record<string, string>>;

/** The choices of the form's fields, in the words of the counter. */
export const choices = {
  yesNo: { yes: 'あり', no: 'なし' },
  workTime: { full: 'フルタイム', part: 'パート' },
  trialWish: { none: 'なし', combined: '併用', only: '専用' },
  trialKind: {
    trial: 'トライアル雇用',
    disability_trial: '障害者トライアル雇用',
    disability_short_hours_trial: '障害者短時間トライアル雇用',
  },
  employmentForm: {
    regular: '正社員',
    non_regular: '正社員以外',
    fixed_dispatch: '有期雇用派遣労働者',
    indefinite_dispatch: '無期雇用派遣労働者',
    part: 'パート労働者',
    part_fixed_dispatch: '有期雇用派遣パート',
    part_indefinite_dispatch: '無期雇用派遣パート',
  },
  dispatchKind: { direct: '派遣・請負ではない', dispatch: '派遣', contracting: '請負' },
  term: { indefinite: '定めなし', fixed: '定めあり' },
  renewal: { principle: 'あり(原則更新)', conditional: 'あり(条件付き)', none: 'なし' },
  smoking: { yes: 'あり', no: 'なし(喫煙可)', other: 'その他' },
  smokingDetail: { indoor_ban: '屋内禁煙', smoking_room: '喫煙室設置' },
  ageLimit: { none: '不問', limited: '制限あり' },
  ageException: {
    a: '定年を上限',
    b: '法令の規定',
    c: 'キャリア形成',
    d: '技能・ノウハウ等の継承',
    e: '芸術・芸能',
    f: '60歳以上・国の施策',
  },
  demand: { required: '必須', preferred: 'あれば尚可', none: '不問' },
  terms: { same: '同条件', different: '異なる' },
  payBasis: { monthly: '月給', daily: '日給', hourly: '時給', annual: '年俸制', other: 'その他' },
  payMonth: { same: '締切日と同じ月', next: '締切日の翌月', other: 'その他' },
  hoursSystem: {
    none: 'なし',
    month: '1か月単位の変形労働時間制',
    year: '1年単位の変形労働時間制',
    flex: 'フレックスタイム制',
    discretionary: '裁量労働制',
    other: 'その他',
  },
  insurance: { employment: '雇用保険', accident: '労災保険', health: '健康保険', pension: '厚生年金保険' },
} as const satisfies Record<string, Choices>;

/** 1 to 30, `end` of the month, or `other`. */
const daysOfMonth = ['end', 'other', ...Array.from({ length: 30 }, (_, index) => String(index + 1))];

/** A schema that null passes, too. */
const orNull = (schema: { type: string; enum?: readonly string[] } & Record<string, unknown>): object => ({
  ...schema,
  type: [schema.type, 'null'],
  ...(schema.enum && { enum: [...schema.enum, null] }),
});
const oneOf = (values: Choices): object => orNull({ type: 'string', enum: Object.keys(values) });
const whole = orNull({ type: 'integer', minimum: 0, maximum: 1_000_000_000 });
const text = orNull({ type: 'string', maxLength: 5000 });
const time = orNull({ type: 'string', format: 'clockTime' });
const dayOfMonth = orNull({ type: 'string', enum: daysOfMonth });

/** What each field may hold; the form's other fields may be there and are not read. */
export const fieldSchemas: Readonly<Record<Field, object>> = {
  trial_employment_wish: oneOf(choices.trialWish),
  trial_kind: oneOf(choices.trialKind),
  work_time: oneOf(choices.workTime),
  job_title: text,
  job_description: text,
  duties_change_scope: text,
  employment_form: oneOf(choices.employmentForm),
  dispatch_kind: oneOf(choices.dispatchKind),
  dispatch_licence_no: text,
  contract_term: oneOf(choices.term),
  contract_period_months: whole,
  contract_period_days: whole,
  contract_period_end: orNull({ type: 'string', format: 'calendarDate' }),
  renewal_possibility: oneOf(choices.renewal),
  renewal_condition: text,
  renewal_cap: oneOf(choices.yesNo),
  renewal_cap_detail: text,
  workplace_prefecture: orNull({ type: 'string', pattern: '^(0[1-9]|[1-3][0-9]|4[0-7])$' }),
  workplace_city: text,
  workplace_street: text,
  workplace_note: text,
  smoking_measure: oneOf(choices.smoking),
  smoking_measure_detail: oneOf(choices.smokingDetail),
  smoking_measure_note: text,
  transfer_possible: oneOf(choices.yesNo),
  transfer_scope: text,
  age_limit: oneOf(choices.ageLimit),
  age_min: whole,
  age_max: whole,
  age_exception: oneOf(choices.ageException),
  age_reason: text,
  experience: oneOf(choices.demand),
  trial_period: oneOf(choices.yesNo),
  trial_period_months: whole,
  trial_period_terms: oneOf(choices.terms),
  trial_period_terms_detail: text,
  base_pay_min: whole,
  base_pay_max: whole,
  fixed_allowance1_name: text,
  fixed_allowance1_amount: whole,
  fixed_allowance2_name: text,
  fixed_allowance2_amount: whole,
  fixed_allowance3_name: text,
  fixed_allowance3_amount: whole,
  fixed_allowance4_name: text,
  fixed_allowance4_amount: whole,
  fixed_overtime: oneOf(choices.yesNo),
  fixed_overtime_amount: whole,
  fixed_overtime_hours: whole,
  fixed_overtime_excess_paid: orNull({ type: 'boolean' }),
  avg_work_days_month: orNull({ type: 'number', minimum: 0, maximum: 31 }),
  pay_basis: oneOf(choices.payBasis),
  pay_closing_day: dayOfMonth,
  pay_month: oneOf(choices.payMonth),
  pay_day: dayOfMonth,
  raise_amount_min: whole,
  raise_amount_max: whole,
  shift1_start: time,
  shift1_end: time,
  shift2_start: time,
  shift2_end: time,
  shift3_start: time,
  shift3_end: time,
  hours_range_hours: orNull({ type: 'integer', minimum: 0, maximum: 24 }),
  variable_hours_system: oneOf(choices.hoursSystem),
  hours_note: text,
  overtime: oneOf(choices.yesNo),
  overtime_monthly_hours: whole,
  article36_special: oneOf(choices.yesNo),
  article36_special_reason: text,
  break_minutes: whole,
  annual_holidays: orNull({ type: 'integer', minimum: 0, maximum: 366 }),
  holidays: orNull({ type: 'array', maxItems: 20, items: { type: 'string', maxLength: 20 } }),
  weekly_days: whole,
  insurances: orNull({
    type: 'array',
    maxItems: 10,
    uniqueItems: true,
    items: { type: 'string', enum: Object.keys(choices.insurance) },
  }),
  mandatory_retirement: oneOf(choices.yesNo),
  mandatory_retirement_age: whole,
};

/** Whether a text says anything. */
export const isStated = (value: string | null | undefined): boolean =>
  typeof value === 'string' && value.trim() !== '';

/** A number with at most one decimal place in tenths, read from its digits: 20.5 → 205. null where it has more. */
export const inTenths = (value: number): number | null => {
  const [, whole, tenth = '0'] = /^(\d+)(?:\.(\d))?$/.exec(String(value)) ?? [];
  return whole === undefined ? null : Number(whole) * 10 + Number(tenth);
};
