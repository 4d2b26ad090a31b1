import { compact } from './normalise.ts';

/**
 * A 認証キー as people type it, in the letters it is made of (Crockford base32): any width and case, with or without
 * hyphens and spaces, O read as 0, I and L as 1.
 */
export const canonicalKey = (typed: string): string =>
  compact(typed).replaceAll('-', '').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
