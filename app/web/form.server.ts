import type { FieldError, Refusal } from '#app/domain/refusal.ts';
import type { TypedText } from '#app/forms/field.ts';
import { readForm } from '#app/forms/read.ts';
import { BadInput } from '#app/procedures/procedure.ts';
import type { Invalid, InvalidAnswer, PostedForm } from './context.ts';
import { data } from './remix.ts';

/** 128 bits in base64url: what newKey() makes. */
const keyShape = /^[A-Za-z0-9_-]{22}$/;

const textIn = (raw: FormData, name: string): string => {
  const value = raw.get(name);
  return typeof value === 'string' ? value : '';
};

/** Reads the body of a form post. @throws BadInput when it is no form. */
export async function postedForm(request: Request): Promise<PostedForm> {
  let raw: FormData;
  try {
    raw = await request.formData();
  } catch {
    throw new BadInput('The body is not a form.');
  }
  const key = textIn(raw, '_key');
  const version = textIn(raw, '_version');
  return {
    intent: textIn(raw, '_intent').slice(0, 60),
    key: keyShape.test(key) ? key : null,
    version: /^\d{1,9}$/.test(version) ? Number(version) : null,
    raw,
    read: (definition) => readForm(definition, raw),
  };
}

/** Refusals that ask to wait: 429. */
const throttled = [
  'sign-in-throttled',
  'key-guessed-too-often',
  'key-mail-too-soon',
  'key-mail-too-many',
  'password-throttled',
  'invited-too-often',
];

/** The answer to a form that was understood and not accepted: what was typed comes back, nothing was saved. */
export function invalidAnswer<Extra extends object>(
  intent: string,
  problem: Refusal | readonly FieldError[],
  typed: TypedText,
  extra: Extra,
): InvalidAnswer<Extra> {
  const refusal = 'ok' in problem ? problem : null;
  const errors = 'ok' in problem ? (problem.fields ?? []) : problem;
  const invalid: Invalid = {
    ok: false,
    intent,
    refusal: refusal && { code: refusal.code, params: refusal.params, verdict: refusal.verdict },
    errors,
    typed,
  };
  const status = refusal !== null && throttled.includes(refusal.code) ? 429 : 422;
  return data({ ...invalid, ...extra }, { status });
}
