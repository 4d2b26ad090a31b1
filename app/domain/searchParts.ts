import type { Establishment } from './establishment.ts';

/** Folded texts of an establishment for searching (forms/searchKey); never shown. */
export type SearchKeys = { name: string; kana: string; places: readonly string[] };

/** As many letters of a word are compared. */
const longest = 32;

/** Fewer digits of a telephone number say nothing. */
const fewestDigits = 3;

const endingsOf = (text: string, least = 1): string[] => {
  const letters = [...text];
  return letters
    .map((_, at) => letters.slice(at, at + longest).join(''))
    .slice(0, Math.max(0, letters.length - least + 1));
};

/**
 * What an establishment is found by: every ending of its name, kana, places and telephone number, the beginnings of its
 * numbers. A word stands anywhere in one of them exactly where a part begins with it, which an index answers.
 */
export function searchPartsOf(
  { number, corporateNumber, phone }: Pick<Establishment, 'number' | 'corporateNumber' | 'phone'>,
  { name, kana, places }: SearchKeys,
): string[] {
  const [code = '', middle = '', check = ''] = (number ?? '').split('-');
  const parts = [
    ...[name, kana, ...places].flatMap((text) => endingsOf(text)),
    ...endingsOf(phone, fewestDigits),
    `${code}${middle}${check}`,
    `${middle.replace(/^0+/, '')}${check}`,
    corporateNumber ?? '',
  ];
  return [...new Set(parts)].filter((part) => part !== '');
}

/** The range of the parts that begin with a word: from, and up to but without. */
export function partsBeginningWith(word: string): { from: string; before: string } {
  const from = [...word].slice(0, longest).join('');
  return { from, before: `${from}\u{10FFFF}` };
}
