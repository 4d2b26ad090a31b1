import type { FieldError } from '#app/domain/refusal.ts';
import { codePointLength, compact } from './normalise.ts';

/** Characters of a 認証キー. */
export const keyLength = 12;

/**
 * A 認証キー as people type it, in the letters it is made of (Crockford base32): any width and case, with or without
 * hyphens and spaces, O read as 0, I and L as 1.
 */
export const canonicalKey = (typed: string): string =>
  compact(typed).replaceAll('-', '').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');

/** What is wrong with the length of a canonical key; such a key costs no try. */
export function keyLengthProblem(key: string): FieldError | null {
  const length = codePointLength(key);
  if (length === keyLength) return null;
  return length < keyLength
    ? { field: 'key', code: 'too-short', params: { length, min: keyLength } }
    : { field: 'key', code: 'too-long', params: { length, max: keyLength } };
}
