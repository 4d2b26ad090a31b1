import { type FormDefinition, type FormValues, fieldsOf } from './field.ts';

const same = (one: FormValues, other: FormValues, name: string): boolean =>
  JSON.stringify(one[name] ?? null) === JSON.stringify(other[name] ?? null);

/** Names of the fields whose values differ, in the order of the form. */
export const changedFields = (form: FormDefinition, before: FormValues, after: FormValues): string[] =>
  fieldsOf(form)
    .map(({ name }) => name)
    .filter((name) => !same(before, after, name));

/** The values in force with what a change from `before` to `after` changes; what else was corrected meanwhile stays. */
export const withChanges = (
  form: FormDefinition,
  inForce: FormValues,
  { before, after }: { before: FormValues; after: FormValues },
): FormValues => ({
  ...inForce,
  ...Object.fromEntries(changedFields(form, before, after).map((name) => [name, after[name] ?? null])),
});
