import { describe, expect, test } from 'vitest';
import {
  corporateNumberProblem,
  formatEstablishmentNumber,
  formatPostingNumber,
  isRecordId,
  parseEstablishmentNumber,
  parsePostingNumber,
} from '#app/domain/ids.ts';

describe('法人番号', () => {
  test.each(['7000012050002', '6000012070001'])(
    '%s, as published by its holder, fits its check digit',
    (digits) => {
      expect(corporateNumberProblem(digits)).toBeNull();
    },
  );

  test('one wrong digit is noticed wherever it is', () => {
    const right = '7000012050002';
    for (let place = 0; place < right.length; place += 1) {
      const wrong = (Number(right[place]) + 1) % 10;
      const digits = right.slice(0, place) + wrong + right.slice(place + 1);
      expect(corporateNumberProblem(digits)).toBe('check-digit');
    }
  });

  test('the check digit is never 0', () => {
    for (let body = 0; body < 50; body += 1) {
      expect(corporateNumberProblem(`0${String(body).padStart(12, '0')}`)).toBe('check-digit');
    }
  });

  test.each(['', '700001205000', '70000120500022', '７０００01205000', '700001205000x'])(
    '%j is not thirteen digits',
    (text) => {
      expect(corporateNumberProblem(text)).toBe('length');
    },
  );
});

describe('事業所番号', () => {
  test('eleven digits are shown 4-6-1', () => {
    expect(formatEstablishmentNumber('13011234567')).toBe('1301-123456-7');
    expect(() => formatEstablishmentNumber('1301123456')).toThrow(RangeError);
  });

  test('is read on end, with hyphens, and with a middle part short of its zeros', () => {
    expect(parseEstablishmentNumber('13011234567')).toBe('1301-123456-7');
    expect(parseEstablishmentNumber('1301-123456-7')).toBe('1301-123456-7');
    expect(parseEstablishmentNumber('1301-123-7')).toBe('1301-000123-7');
  });

  test.each(['', '1301', '1301-1234567-8', '130-123456-7', '1301-123456-', '1301-123456-78', '1301123456'])(
    '%j is none',
    (text) => {
      expect(parseEstablishmentNumber(text)).toBeNull();
    },
  );
});

describe('求人番号', () => {
  test('is made 5-8 from the office and a serial', () => {
    expect(formatPostingNumber('13010', 1)).toBe('13010-00000001');
    expect(formatPostingNumber('13010', 99_999_999)).toBe('13010-99999999');
  });

  test.each([
    ['1301', 1],
    ['13010', 0],
    ['13010', 100_000_000],
    ['13010', 1.5],
  ])('cannot be made from %s and %d', (prefix, serial) => {
    expect(() => formatPostingNumber(prefix, serial)).toThrow(RangeError);
  });

  test('is read on end, with a hyphen, and with a serial short of its zeros', () => {
    expect(parsePostingNumber('1301012345678')).toBe('13010-12345678');
    expect(parsePostingNumber('13010-12345678')).toBe('13010-12345678');
    expect(parsePostingNumber('13010-42')).toBe('13010-00000042');
    expect(parsePostingNumber('1301042')).toBeNull();
    expect(parsePostingNumber('13010-123456789')).toBeNull();
  });
});

describe('the id of a record', () => {
  test('is a UUID v4 in lower case and nothing else', () => {
    expect(isRecordId('3f2504e0-4f89-41d3-9a0c-0305e82c3301')).toBe(true);
    expect(isRecordId('3F2504E0-4F89-41D3-9A0C-0305E82C3301')).toBe(false);
    expect(isRecordId('3f2504e0-4f89-11d3-9a0c-0305e82c3301')).toBe(false);
    expect(isRecordId('3f2504e0-4f89-41d3-7a0c-0305e82c3301')).toBe(false);
    expect(isRecordId("3f2504e0-4f89-41d3-9a0c-0305e82c3301' or 1=1")).toBe(false);
    expect(isRecordId('3f2504e0-4f89-41d3-9a0c-0305e82c3301\n')).toBe(false);
    expect(isRecordId(null)).toBe(false);
  });
});
