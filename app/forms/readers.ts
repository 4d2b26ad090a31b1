import { corporateNumberProblem, parseEstablishmentNumber } from '#app/domain/ids.ts';
import { isWrittenOtherwise, parseDate, parseTime } from './dateTime.ts';
import type { Field, FieldKind } from './field.ts';
import type { FieldErrorCode } from './fieldErrorCode.ts';
import { bounds, lengths } from './limits.ts';
import {
  codePointLength,
  compact,
  digitsOnly,
  foldEmail,
  foldLineEnds,
  isWidthFolded,
  keepAsTyped,
  numberText,
  toKatakana,
} from './normalise.ts';

export type Problem = { problem: FieldErrorCode; params?: Readonly<Record<string, string | number>> };

/** What one typed text is: a value, with `told` where the user should hear of a conversion; or a problem. */
export type Reading = { value: string | number; told?: string } | Problem;

/** Reads a text that is not blank and has no unusable character. */
export type Reader = (text: string, field: Field) => Reading;

/** Typed text inside an error message: enough to recognise it. */
const excerpt = (text: string): string => {
  const letters = [...text.trim()];
  return letters.length > 30 ? `${letters.slice(0, 30).join('')}…` : letters.join('');
};

const wrong = (
  problem: FieldErrorCode,
  text: string,
  more: Readonly<Record<string, string | number>> = {},
): Problem => ({
  problem,
  params: { read: excerpt(text), ...more },
});

/** A text value within its length, told when it visibly differs from what was typed. */
function textWithin(value: string, text: string, field: Field, isTold: boolean): Reading {
  const { min, max } = lengths(field);
  const length = codePointLength(value);
  if (length > max) return { problem: 'too-long', params: { length, max } };
  if (length < min) return { problem: 'too-short', params: { length, min } };
  return isTold && value !== text.trim() ? { value, told: value } : { value };
}

/** A number within its bounds; `digits` is `numberText` of what was typed. */
function numberWithin(digits: string, text: string, field: Field): Reading {
  const { min, max } = bounds(field);
  const value = Number(digits);
  if (value > max) return wrong('too-large', text, { max });
  if (value < min) return wrong('too-small', text, { min });
  return isWidthFolded(text) ? { value, told: digits } : { value };
}

const readWholeNumber: Reader = (text, field) => {
  const digits = numberText(text, field.unit);
  if (/^\d+$/.test(digits)) return numberWithin(digits, text, field);
  return wrong(/^\d+\.\d+$/.test(digits) ? 'not-a-whole-number' : 'not-a-number', text);
};

const readDecimal: Reader = (text, field) => {
  const digits = numberText(text, field.unit);
  if (/^\d+(\.\d)?$/.test(digits)) return numberWithin(digits, text, field);
  return wrong(/^\d+\.\d+$/.test(digits) ? 'too-many-decimals' : 'not-a-number', text);
};

/** Digits of one of the allowed counts. */
function digitsOf(text: string, expected: readonly number[]): { digits: string } | Problem {
  const digits = digitsOnly(text);
  if (!/^\d+$/.test(digits)) return wrong('not-digits', text);
  if (expected.includes(digits.length)) return { digits };
  return { problem: 'wrong-digit-count', params: { length: digits.length, expected: expected.join('〜') } };
}

const told = (value: string, text: string): Reading =>
  isWidthFolded(text) ? { value, told: value } : { value };

/** Half-width letters, a domain of at least two labels (ent_establish.html of the real service: 半角, 100 at most). */
export const mailAddress =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])$/;

/** http or https, a host with a dot, and nobody's name before it: safe to offer as a link. */
const isWebAddress = (text: string): boolean =>
  /^https?:\/\/[^/@\s]+\.[^/@\s]+(?:\/\S*)?$/i.test(text) && URL.canParse(text);

/** How each kind of field reads one text. */
export const readers: { readonly [Kind in Exclude<FieldKind, 'choices' | 'confirm'>]: Reader } = {
  text: (text, field) => textWithin(keepAsTyped(text), text, field, true),

  // Leading space is an indent that people mean; space at the end is not.
  textarea: (text, field) => textWithin(foldLineEnds(text).trimEnd(), text, field, false),

  kana(text, field) {
    const value = toKatakana(text);
    return /^[ァ-ヺー・ヽヾ　]+$/.test(value)
      ? textWithin(value, text, field, true)
      : wrong('not-kana', text);
  },

  integer: readWholeNumber,
  yen: readWholeNumber,
  decimal: readDecimal,

  date(text) {
    const parsed = parseDate(text);
    if ('problem' in parsed) return wrong(parsed.problem, text, 'era' in parsed ? { era: parsed.era } : {});
    return isWrittenOtherwise(text) ? { value: parsed.date, told: parsed.date } : { value: parsed.date };
  },

  time(text) {
    const time = parseTime(text);
    if (time === null) return wrong('not-a-time', text);
    return isWrittenOtherwise(text) ? { value: time, told: time } : { value: time };
  },

  choice: (text, field) =>
    field.choices?.some((choice) => choice.value === text) === true
      ? { value: text }
      : wrong('not-a-choice', text),

  code(text, field) {
    const value = compact(text);
    const reading = textWithin(value, text, field, isWidthFolded(text));
    return 'problem' in reading || /^[\p{L}\p{N}-]+$/u.test(value) ? reading : wrong('not-a-code', text);
  },

  phone(text) {
    const read = digitsOf(text, [10, 11]);
    if ('problem' in read) return read;
    return read.digits.startsWith('0') ? told(read.digits, text) : wrong('phone-without-zero', text);
  },

  postal(text) {
    const read = digitsOf(text, [7]);
    return 'problem' in read ? read : told(read.digits, text);
  },

  email(text, field) {
    const value = foldEmail(text);
    const reading = textWithin(value, text, field, true);
    return 'problem' in reading || mailAddress.test(value) ? reading : wrong('not-an-email', text);
  },

  corporateNumber(text) {
    const read = digitsOf(text, [13]);
    if ('problem' in read) return read;
    return corporateNumberProblem(read.digits) === null
      ? told(read.digits, text)
      : wrong('check-digit', text);
  },

  establishmentNumber(text) {
    const value = parseEstablishmentNumber(compact(text));
    return value === null ? wrong('establishment-number', text) : told(value, text);
  },

  url(text, field) {
    const typed = text.normalize('NFKC').replace(/\s/g, '');
    const reading = textWithin(
      /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`,
      text,
      field,
      true,
    );
    return 'problem' in reading || isWebAddress(String(reading.value)) ? reading : wrong('not-a-url', text);
  },

  password: (text, field) => textWithin(text, text, field, false),
};
