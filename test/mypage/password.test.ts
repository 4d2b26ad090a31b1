import { describe, expect, test } from 'vitest';
import { passwordProblem } from '#app/forms/password.ts';

const bounds = { min: 10, max: 64 };
const problem = (password: string, email = 'saiyo@mihon.example.jp') =>
  passwordProblem(password, email, bounds);
const code = (password: string, email?: string) => problem(password, email)?.code ?? null;

describe('A new password', () => {
  test('of ten unrelated letters is accepted, of nine it is too short', () => {
    expect(code('kumo-7mado')).toBeNull();
    expect(problem('kumo-7mad')).toEqual({
      field: 'password',
      code: 'too-short',
      params: { length: 9, min: 10 },
    });
  });

  test('of 64 letters is accepted, of 65 it is too long', () => {
    const letters = Array.from({ length: 65 }, (_, index) => String.fromCodePoint(0x4e00 + index * 37)).join(
      '',
    );
    expect(code([...letters].slice(0, 64).join(''))).toBeNull();
    expect(problem(letters)).toEqual({
      field: 'password',
      code: 'too-long',
      params: { length: 65, max: 64 },
    });
  });

  test('is counted in letters, not in bytes, and composed letters count once', () => {
    expect(code('春夏秋冬東西南北上下')).toBeNull();
    expect(problem('か\u3099ぎくけこさしす')?.params).toEqual({ length: 8, min: 10 });
    expect(problem('👩😀🌸🍀🎌🗻🚃🏯🎏')?.params).toEqual({ length: 9, min: 10 });
  });

  test('may hold spaces and any kind of letter', () => {
    expect(code('asa gohan wa 7 ji')).toBeNull();
  });

  test.each(['aaaaaaaaaa', 'abababababab', 'himawarihimawari', 'kaki3kaki3kak', 'ＡＡＡＡＡaaaaa'])(
    'must not be one pattern said again and again: %s',
    (password) => {
      expect(code(password)).toBe('password-common');
    },
  );

  test.each(['1234567890', '0987654321', 'abcdefghij', 'QWERTYUIOP', 'abcd123456', 'asdfghqwerty'])(
    'must not be letters in a row: %s',
    (password) => {
      expect(code(password)).toBe('password-common');
    },
  );

  test('may contain a short row among other letters', () => {
    expect(code('abc-kumo-mado')).toBeNull();
  });

  test.each(['HelloWork2026', 'my-madoguchi-9', 'ハローワーク架空野へ', 'Ｐａｓｓｗｏｒｄ9!x'])(
    'must not contain a word of this site: %s',
    (password) => {
      expect(code(password)).toBe('password-guessable');
    },
  );

  test('must not contain what stands before @ in the address', () => {
    expect(problem('tantou-x9-Saiyo')).toEqual({ field: 'password', code: 'password-is-email' });
    expect(code('tantou-x9-Saiyo', 'info@mihon.example.jp')).toBeNull();
  });

  test('may contain it where it is only three letters or fewer', () => {
    expect(code('abacus-kumo-9', 'aba@mihon.example.jp')).toBeNull();
  });
});
