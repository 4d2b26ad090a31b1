/**
 * A sentence about a field, ready to be read: an error (red, blocks) or a warning (orange, asks to confirm).
 * `field` is the name of a field of app/forms, or null for the form as a whole.
 */
export type FieldMessage = {
  field: string | null;
  message: string;
  severity?: 'error' | 'warning';
  /** Where the field is, when it is on another page. */
  href?: string;
};

/** The id of a field's first input: what an error summary links to. */
export const fieldId = (name: string): string => `f-${name}`;
