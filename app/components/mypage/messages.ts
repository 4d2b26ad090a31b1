import type { FieldMessage } from '#app/components/ui/fieldMessages.ts';
import type { FieldError } from '#app/domain/refusal.ts';
import type { Reason } from '#app/domain/verdict.ts';
import type { Field } from '#app/forms/field.ts';
import { fieldErrorText } from '#app/text/fieldErrors.ts';

/** Where a field can be corrected, when it is on another page. */
export type FieldPlace = (field: string) => string | undefined;

const here: FieldPlace = () => undefined;

/** Errors of a form in words, in the catalogue's order, each leading to its field. */
export function errorMessages(
  fields: readonly Field[],
  errors: readonly FieldError[],
  place: FieldPlace = here,
): FieldMessage[] {
  return fields.flatMap((field) =>
    errors
      .filter((error) => error.field === field.name)
      .map((error) => ({
        field: field.name,
        message: fieldErrorText(error, field),
        href: place(field.name),
      })),
  );
}

/** Reasons of the content checks in words: red block, orange ask to confirm. Each leads to the first field it names. */
export function reasonMessages(
  fields: readonly Field[],
  reasons: readonly Reason[],
  place: FieldPlace = here,
): FieldMessage[] {
  return reasons.map(({ fields: named = [], message, severity = 'error' }) => {
    const field = fields.find(({ name }) => named.includes(name))?.name ?? null;
    return { field, message, severity, href: field === null ? undefined : place(field) };
  });
}
