import type { Verdict } from './verdict.ts';

/** What is wrong with one field, as a code with parameters; app/text turns it into a sentence. */
export type FieldError = { field: string; code: string; params?: Readonly<Record<string, string | number>> };

/**
 * A refusal is a value, not an exception: the act was understood and is not allowed as it stands.
 * Web answers 422 with everything typed kept; nothing was saved.
 */
export type Refusal = {
  ok: false;
  /** Code of app/text/refusals. */
  code: string;
  params?: Readonly<Record<string, string | number>>;
  fields?: readonly FieldError[];
  /** The verdict that stands in the way, when a rule set said no. */
  verdict?: Verdict;
};

export type Outcome<Value> = { ok: true; value: Value } | Refusal;

export const done = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

export const refuse = (code: string, details: Omit<Refusal, 'ok' | 'code'> = {}): Refusal => ({
  ok: false,
  code,
  ...details,
});
