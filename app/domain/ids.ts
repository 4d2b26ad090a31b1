/** Identifiers and their shapes (domain.md §6). All functions take half-width text; app/forms folds widths. */

/** What is wrong with the digits of a 法人番号, or null when nothing is. */
export type CorporateNumberProblem = 'length' | 'check-digit';

/**
 * 法人番号: 13 digits, the first of which is `9 − (Σ P_n·Q_n mod 9)`, P_n being the n-th digit from the right of
 * the other twelve and Q_n 1 for odd and 2 for even n (法人番号の指定等に関する省令2条).
 */
export function corporateNumberProblem(digits: string): CorporateNumberProblem | null {
  if (!/^\d{13}$/.test(digits)) return 'length';
  const sum = [...digits.slice(1)]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 2), 0);
  return Number(digits[0]) === 9 - (sum % 9) ? null : 'check-digit';
}

/** Eleven digits of a 事業所番号 as printed, 4-6-1. Its last digit is not verified: the algorithm is not public. */
export function formatEstablishmentNumber(digits: string): string {
  if (!/^\d{11}$/.test(digits)) throw new RangeError(`An establishment number has 11 digits, not ${digits}`);
  return `${digits.slice(0, 4)}-${digits.slice(4, 10)}-${digits.slice(10)}`;
}

/**
 * 事業所番号 as people write it: eleven digits on end, or 4-6-1 with hyphens where the middle may lack its leading
 * zeros. Returns the 4-6-1 form, or null when it is neither.
 */
export function parseEstablishmentNumber(text: string): string | null {
  if (/^\d{11}$/.test(text)) return formatEstablishmentNumber(text);
  const parts = /^(\d{4})-(\d{1,6})-(\d)$/.exec(text);
  if (parts === null) return null;
  const [, office = '', middle = '', last = ''] = parts;
  return `${office}-${middle.padStart(6, '0')}-${last}`;
}

/** 求人番号, 5-8: the office's own five digits and a serial that is never used twice. */
export function formatPostingNumber(prefix: string, serial: number): string {
  if (!/^\d{5}$/.test(prefix)) throw new RangeError(`A posting number begins with 5 digits, not ${prefix}`);
  if (!Number.isInteger(serial) || serial < 1 || serial > 99_999_999) {
    throw new RangeError(`A posting number ends in a serial from 1 to 99999999, not ${serial}`);
  }
  return `${prefix}-${String(serial).padStart(8, '0')}`;
}

/** 求人番号 as people write it: thirteen digits on end, or 5-8 whose second part may lack its leading zeros. */
export function parsePostingNumber(text: string): string | null {
  const parts = /^(\d{5})(?:-(\d{1,8})|(\d{8}))$/.exec(text);
  if (parts === null) return null;
  const [, prefix = '', hyphenated, joined] = parts;
  return `${prefix}-${(hyphenated ?? joined ?? '').padStart(8, '0')}`;
}

/** 求職番号 and the number of a 紹介状 have the shape of a 求人番号, each with serials of its own. */
export const formatSeekerNumber = formatPostingNumber;
export const formatReferralNumber = formatPostingNumber;
export const parseSeekerNumber = parsePostingNumber;

/** Whether this is the id of one of our records: a UUID v4 or v7 in lower case. Checked before any id reaches SQL. */
export const isRecordId = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(value);
