import { isShown } from './conditions.ts';
import type { Field, FieldValue, FormValues } from './field.ts';
import { readFields, typedTextOf } from './read.ts';

/** What becomes of a stored record when it is used for a new one. */
export type CopiedValues = {
  values: FormValues;
  /** Those of the values that have to be confirmed (`whenCopied`), by field. */
  carried: FormValues;
  /** What the catalogue does not take any more, by field, as it was stored. */
  leftOut: readonly { field: string; value: string }[];
};

const isFilled = (value: FieldValue | undefined): value is string | number | boolean | readonly string[] =>
  value !== null && value !== undefined && value !== '' && value !== false;

const stored = (value: FieldValue): string => (Array.isArray(value) ? value.join('、') : String(value ?? ''));

/** The choices of a stored value that the field has no more. */
function goneChoices(field: Field, value: FieldValue): readonly string[] {
  if (field.choices === undefined) return [];
  const known = field.choices.map((choice) => choice.value);
  const chosen = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
  return chosen.filter((one) => !known.includes(one));
}

/**
 * The content of an earlier record in the catalogue of today: without fields and choices that are gone, which are
 * named, and without what is said anew each time.
 */
export function copiedValues(fields: readonly Field[], content: FormValues): CopiedValues {
  const names = new Set(fields.map(({ name }) => name));
  const leftOut = Object.entries(content)
    .filter(([name, value]) => !names.has(name) && isFilled(value))
    .map(([field, value]) => ({ field, value: stored(value) }));
  const kept: Record<string, FieldValue> = {};
  for (const field of fields) {
    const value = content[field.name] ?? null;
    const gone = goneChoices(field, value);
    leftOut.push(...gone.map((one) => ({ field: field.name, value: one })));
    const rest = Array.isArray(value) ? value.filter((one) => !gone.includes(one)) : value;
    const nothing = field.whenCopied === 'leave-out' || (!Array.isArray(value) && gone.length > 0);
    kept[field.name] = nothing ? null : rest;
  }
  // Read as if it were typed: what hangs on a choice that is gone goes with it, numbers keep their kind.
  const { values } = readFields(fields, typedTextOf(fields, kept));
  const carried = Object.fromEntries(
    fields
      .filter((field) => field.whenCopied === 'confirm' && isShown(field, values))
      .map(({ name }) => [name, values[name] ?? null] as const)
      .filter(([, value]) => isFilled(value)),
  );
  return { values, carried, leftOut };
}
