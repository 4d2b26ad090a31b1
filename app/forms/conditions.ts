import type { Field, FormValues, When } from './field.ts';

/** Whether the condition holds: the field it looks at has one of the values it names. */
export function holds(when: When, values: FormValues): boolean {
  const value = values[when.field];
  return (typeof value === 'string' || typeof value === 'boolean') && when.in.includes(value);
}

/** Whether the field means something beside these values; a field that is not shown is stored as null. */
export const isShown = (field: Field, values: FormValues): boolean =>
  field.shownWhen === undefined || holds(field.shownWhen, values);

/** Whether the field must be filled in beside these values: the label says 必須, an empty answer is an error. */
export const isRequired = (field: Field, values: FormValues): boolean =>
  isShown(field, values) &&
  field.required !== undefined &&
  (field.required === true || holds(field.required, values));
