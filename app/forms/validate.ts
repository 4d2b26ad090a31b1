import { Ajv, type ErrorObject } from 'ajv';
import { isCalendarDate } from '#app/domain/calendar.ts';
import { corporateNumberProblem } from '#app/domain/ids.ts';
import type { FieldError } from '#app/domain/refusal.ts';
import type { FieldErrorCode } from './fieldErrorCode.ts';
import { mailAddress } from './readers.ts';
import type { JsonSchema } from './schema.ts';

export type { JsonSchema } from './schema.ts';

/** One instance: it keeps the compiled check of every schema object it has seen. */
const ajv = new Ajv({
  strict: true,
  allErrors: false,
  allowUnionTypes: true,
  // 21.6 is a multiple of 0.1 although its binary form is not.
  multipleOfPrecision: 6,
  formats: {
    'calendar-date': isCalendarDate,
    'corporate-number': (digits: string) => corporateNumberProblem(digits) === null,
    'mail-address': mailAddress,
  },
});

const codes: Readonly<Record<string, FieldErrorCode>> = {
  required: 'required',
  not: 'required',
  const: 'required',
  additionalProperties: 'unknown-field',
  maxLength: 'too-long',
  minLength: 'too-short',
  maximum: 'too-large',
  minimum: 'too-small',
  multipleOf: 'too-many-decimals',
  enum: 'not-a-choice',
};

/** `/values/job_title` as `values.job_title`, with the missing or surplus name added. */
function fieldOf(error: ErrorObject): string {
  const parameters: Readonly<Record<string, unknown>> = error.params;
  const name = parameters.missingProperty ?? parameters.additionalProperty;
  return [...error.instancePath.split('/').slice(1), ...(typeof name === 'string' ? [name] : [])].join('.');
}

/** What of the input does not fit the schema: the first misfit, or nothing. */
export function validate(schema: JsonSchema, input: unknown): readonly FieldError[] {
  const check = ajv.compile(schema);
  if (check(input)) return [];
  const misfit = check.errors?.find(
    ({ keyword, instancePath }) => keyword !== 'anyOf' && !(keyword === 'not' && instancePath === ''),
  );
  return misfit === undefined
    ? [{ field: '', code: 'wrong-shape' }]
    : [{ field: fieldOf(misfit), code: codes[misfit.keyword] ?? 'wrong-shape' }];
}

/** The first misfit in words for the log, without any value typed: `values.job_title: too-long`; null when all fits. */
export function schemaProblem(schema: JsonSchema, input: unknown): string | null {
  const [problem] = validate(schema, input);
  return problem === undefined ? null : `${problem.field}: ${problem.code}`;
}
