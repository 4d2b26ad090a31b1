import { describe, expect, test } from 'vitest';
import { canonicalKey, keyLengthProblem } from '#app/forms/verificationKey.ts';

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

test('a key with a character too few or too many is counted, and not tried', () => {
  expect(keyLengthProblem(canonicalKey('7f3k 01qx 9mzd'))).toBeNull();
  expect(keyLengthProblem(canonicalKey('7f3k 01qx 9mz'))).toEqual({
    field: 'key',
    code: 'too-short',
    params: { length: 11, min: 12 },
  });
  expect(keyLengthProblem(canonicalKey('7F3K-01QX-9MZDD'))).toMatchObject({
    code: 'too-long',
    params: { length: 13, max: 12 },
  });
});
