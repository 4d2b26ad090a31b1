import type { FormValues } from '#app/forms/field.ts';

/** A field of a decision that holds text; null where nothing was typed. */
export function textIn(values: FormValues, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}

/** A field of a decision that holds several choices. */
export function listIn(values: FormValues, name: string): readonly string[] {
  const value = values[name];
  return typeof value === 'object' && value !== null ? value : [];
}
