import { describe, expect, test } from 'vitest';
import { canonicalKey } from '#app/forms/verificationKey.ts';

describe('A 認証キー is the same key', () => {
  test.each([
    '7F3K-01QX-9MZD',
    '7f3k01qx9mzd',
    ' 7F3K 01QX 9MZD ',
    '７Ｆ３Ｋ－０１ＱＸ－９ＭＺＤ',
    '7F3K‐OIQX‐9MZD',
    '7F3KーoLqxー9mzd',
  ])('typed as %s', (typed) => {
    expect(canonicalKey(typed)).toBe('7F3K01QX9MZD');
  });
});
