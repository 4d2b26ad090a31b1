import { describe, expect, test } from 'vitest';
import { establishmentForm, provisionalEstablishmentForm } from '#app/forms/establishment.ts';
import type { FormDefinition, FormValues } from '#app/forms/field.ts';
import { postingForm, postingSteps } from '#app/forms/posting.ts';
import { readForm } from '#app/forms/read.ts';
import { returnForm, visitForm } from '#app/forms/review.ts';
import { type JsonSchema, schemaOf } from '#app/forms/schema.ts';
import { schemaProblem, validate } from '#app/forms/validate.ts';
import { typedEstablishment, typedPosting } from './samples.ts';

const schema = schemaOf(postingForm);
const { values } = readForm(postingForm, typedPosting);
const problemOf = (changes: FormValues) => schemaProblem(schema, { ...values, ...changes });

test('what the form reads without errors fits its schema', () => {
  expect(validate(schema, values)).toEqual([]);
  expect(
    validate(schemaOf(establishmentForm), readForm(establishmentForm, typedEstablishment).values),
  ).toEqual([]);
});

describe('a bypassed browser is stopped', () => {
  test.each<[string, FormValues, string]>([
    ['a surplus name', { is_supervisor: true }, 'is_supervisor: unknown-field'],
    ['a text too long', { job_title: 'あ'.repeat(29) }, 'job_title: too-long'],
    ['an empty text', { job_title: '' }, 'job_title: too-short'],
    ['a number as text', { base_pay_min: '210000' }, 'base_pay_min: wrong-shape'],
    ['a fraction of a yen', { base_pay_min: 0.5 }, 'base_pay_min: wrong-shape'],
    ['an amount out of bounds', { base_pay_min: 100_000_000 }, 'base_pay_min: too-large'],
    ['two decimal places', { avg_work_days_month: 20.55 }, 'avg_work_days_month: too-many-decimals'],
    ['an unknown choice', { work_time: 'whenever' }, 'work_time: not-a-choice'],
    ['a choice twice', { holidays: ['sat', 'sat'] }, 'holidays: wrong-shape'],
    ['a tick taken away', { establishment_confirmed: false }, 'establishment_confirmed: required'],
    ['a required field as null', { job_title: null }, 'job_title: wrong-shape'],
    [
      'a day that does not exist',
      {
        contract_term: 'fixed',
        contract_period_months: 1,
        renewal_possibility: 'none',
        contract_period_end: '2026-02-29',
      },
      'contract_period_end: wrong-shape',
    ],
    ['NUL', { job_title: 'a\u0000' }, 'job_title: wrong-shape'],
    ['an unpaired surrogate', { job_description: 'a\uD800' }, 'job_description: wrong-shape'],
    [
      'a condition that asks',
      { smoking_measure: 'other', smoking_measure_detail: null },
      'smoking_measure_note: required',
    ],
    ['a field that is not shown', { dispatch_licence_no: '派13-123456' }, 'dispatch_licence_no: wrong-shape'],
    ['a shown field left out', { employment_form: 'non_regular' }, 'employment_form_name: required'],
  ])('%s', (_, changes, problem) => {
    expect(problemOf(changes)).toBe(problem);
  });

  test('a missing name and something that is no object', () => {
    const { job_title: _, ...rest } = values;
    expect(validate(schema, rest)).toEqual([{ field: 'job_title', code: 'required' }]);
    expect(validate(schema, 'text')).toEqual([{ field: '', code: 'wrong-shape' }]);
  });

  test('a wrong check digit, unless the form lets staff pass it', () => {
    const problemWith = (form: FormDefinition): string | null => {
      const right = readForm(form, typedEstablishment).values;
      return schemaProblem(schemaOf(form), { ...right, corporate_number: '6000012070002' });
    };
    expect(problemWith(provisionalEstablishmentForm)).toBe('corporate_number: wrong-shape');
    expect(problemWith(establishmentForm)).toBeNull();
  });
});

test('rounding of 0.1 never refuses one decimal place', () => {
  for (let tenths = 10; tenths <= 310; tenths += 1)
    expect(problemOf({ avg_work_days_month: tenths / 10 })).toBeNull();
});

test('a schema may be part of an input, and the problem names the way to it', () => {
  const input: JsonSchema = {
    type: 'object',
    additionalProperties: false,
    required: ['values'],
    properties: { values: schema },
  };
  expect(validate(input, { values })).toEqual([]);
  expect(validate(input, { values: { ...values, job_title: '' } })).toEqual([
    { field: 'values.job_title', code: 'too-short' },
  ]);
});

test('one step has a schema of its own that leaves conditions on other steps alone', () => {
  for (const step of postingSteps) {
    const own = Object.fromEntries(step.fields.map((field) => [field.name, values[field.name] ?? null]));
    expect(validate(schemaOf(step.fields), own)).toEqual([]);
  }
});

/** Every schema of a text inside `schema`. */
function textSchemas(part: unknown): readonly JsonSchema[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = part as JsonSchema;
  const isText = own.type === 'string' || (Array.isArray(own.type) && own.type.includes('string'));
  return [...(isText ? [own] : []), ...Object.values(part).flatMap(textSchemas)];
}

test('every text has a greatest length or a list of what it may be', () => {
  for (const form of [postingForm, establishmentForm, returnForm, visitForm]) {
    for (const text of textSchemas(schemaOf(form)))
      expect(text).toSatisfy((one: JsonSchema) => 'maxLength' in one || 'enum' in one);
  }
});
