import { expect } from 'vitest';
import { establishmentForm } from '#app/forms/establishment.ts';
import { type Field, type FormDefinition, fieldsOf } from '#app/forms/field.ts';
import { postingForm } from '#app/forms/posting.ts';

/** The field of that name; the test fails where the form has none. */
export function fieldOf(form: FormDefinition, name: string): Field {
  const field = fieldsOf(form).find((one) => one.name === name);
  expect(field, `${form.id} has a field ${name}`).toBeDefined();
  return field as Field;
}

export const postingField = (name: string): Field => fieldOf(postingForm, name);
export const establishmentField = (name: string): Field => fieldOf(establishmentForm, name);

export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** An invented full-time posting as a careful employer types it: everything required and nothing else. */
export const typedPosting: Typed = {
  posting_category: 'general',
  work_time: 'full',
  publication_scope: '1',
  accepts_self_application: 'no',
  trial_employment_wish: 'none',
  establishment_confirmed: 'on',
  job_title: '見本品の組立て',
  job_description: '見本品を組み立て、検査し、箱に詰める仕事です。',
  duties_change_scope: '変更なし',
  employment_form: 'regular',
  dispatch_kind: 'direct',
  contract_term: 'indefinite',
  workplace_postal: '100-0000',
  workplace_prefecture: '13',
  workplace_city: '架空市',
  workplace_street: '見本町1-2-3',
  smoking_measure: 'yes',
  smoking_measure_detail: 'indoor_ban',
  transfer_possible: 'no',
  age_limit: 'none',
  education: 'none',
  experience: 'none',
  pc_skill: 'none',
  licences: 'none',
  trial_period: 'no',
  base_pay_min: '210,000',
  base_pay_max: '260,000',
  fixed_overtime: 'no',
  avg_work_days_month: '20.5',
  pay_basis: 'monthly',
  commute_allowance: 'full',
  pay_closing_day: 'end',
  pay_month: 'next',
  pay_day: '25',
  shift1_start: '8:30',
  shift1_end: '17:30',
  variable_hours_system: 'none',
  overtime: 'no',
  break_minutes: '60',
  annual_holidays: '120',
  holidays: ['sat', 'sun', 'national'],
  weekly_two_day_off: 'every',
  paid_leave_after_six_months: '10',
  insurances: ['employment', 'accident', 'health', 'pension'],
  mandatory_retirement: 'yes',
  mandatory_retirement_age: '60',
  hiring_count: '1',
  hiring_reason: 'increase',
  selection_methods: ['interview'],
  contact_name: '見本 太郎',
  contact_phone: '03-0000-0000',
};

/** An invented establishment as a clerk types it. */
export const typedEstablishment: Typed = {
  sole_proprietor: '',
  establishment_number: '1301-1234-7',
  corporate_number: '6000012070001',
  name: '株式会社見本商会',
  name_kana: 'みほんしょうかい',
  representative_name: '見本 花子',
  postal: '1000000',
  prefecture: '13',
  city: '架空市',
  street: '見本町1-2-3',
  phone: '０３－００００－００００',
  industry: 'E',
  employee_count: '12',
  business_description: '見本品の製造と販売',
  insurances: ['employment', 'accident'],
};

/** The same as a browser sends it. */
export function sent(typed: Typed): FormData {
  const data = new FormData();
  for (const [name, text] of Object.entries(typed)) {
    for (const one of typeof text === 'string' ? [text] : text) data.append(name, one);
  }
  return data;
}
