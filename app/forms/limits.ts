import type { Field, FieldKind } from './field.ts';

/** Longest text in code points where the catalogue gives no length, so that no text is ever unbounded. */
const longest: { readonly [Kind in FieldKind]?: number } = {
  text: 100,
  textarea: 600,
  kana: 100,
  code: 40,
  email: 100,
  url: 300,
  // argon2 takes at most 1,024 bytes; 200 code points are at most 800.
  password: 200,
};

/** Length bounds of a text field in code points. */
export const lengths = (field: Field): { min: number; max: number } => ({
  min: field.minLength ?? 1,
  max: field.maxLength ?? longest[field.kind] ?? 100,
});

/** Bounds of a numeric field, both included. */
export const bounds = (field: Field): { min: number; max: number } => ({
  min: field.min ?? 0,
  max: field.max ?? 999_999_999,
});
