/**
 * How typed text becomes canonical text (ux.md §1.4). Codes, numbers and addresses for machines are folded with
 * NFKC; names are not, because NFC and NFKC both change U+FA19 神 and U+FA10 塚, and NFKC turns ㈱ into (株).
 */

/** Length in code points: what a person counts as letters, and what JSON Schema's maxLength counts. */
export const codePointLength = (text: string): number => [...text].length;

/**
 * Controls, unpaired surrogates, what decoders put in the place of broken text (U+FFFD), and the marks that reverse
 * the direction of text: never stored.
 */
const unusable = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFD]/u;

/**
 * The first character that must not be stored, or null. SQLite keeps NUL and PostgreSQL refuses it, both change
 * unpaired surrogates silently (reliability.md), so they stop at the edge.
 * `position` counts code points from 1.
 */
export function findUnusableCharacter(
  text: string,
  allow: { newlines: boolean } = { newlines: false },
): { position: number; codePoint: string } | null {
  const characters = [...text];
  const index = characters.findIndex(
    (character) => unusable.test(character) && !(allow.newlines && character === '\n'),
  );
  const found = characters[index];
  if (found === undefined) return null;
  const hex = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { position: index + 1, codePoint: `U+${hex}` };
}

/** Line ends as one character each; HTML forms send them as two. */
export const foldLineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

/** ﾊﾝｶｸ kana and its punctuation to full width, with ﾞ and ﾟ joined to their letter; all else as typed. */
export const widenHalfKana = (text: string): string =>
  text.replace(/[\uFF61-\uFF9F]+/g, (run) =>
    run.normalize('NFKC').replaceAll('\u3099', '\u309B').replaceAll('\u309A', '\u309C'),
  );

/** Names, titles, addresses: as typed, without surrounding space, ﾊﾝｶｸ kana widened. Not NFC, not NFKC. */
export const keepAsTyped = (text: string): string => widenHalfKana(text.trim());

const hyphens = /[-\u00AD\u2010-\u2015\u2043\u2212\u2500\u2501\u30FC]/g;
export const spaces = /[\s\u200B-\u200D\u2060\uFEFF]/g;

/** Any hyphen, minus, dash or long-vowel mark as `-`. */
const foldHyphens = (text: string): string => text.replace(hyphens, '-');

/** Half width, every hyphen variant as `-`, no spaces: codes, dates, e-mail addresses. */
export const compact = (text: string): string => foldHyphens(text.normalize('NFKC')).replace(spaces, '');

/** `compact` without hyphens, brackets and 〒: phone, postal code, 法人番号. What is left should be digits. */
export const digitsOnly = (text: string): string => compact(text).replace(/[-()〒]/g, '');

/** Half width, no spaces, thousands commas, ¥ or unit: what is left should be a number. A minus sign stays. */
export function numberText(text: string, unit = '円'): string {
  const folded = text
    .normalize('NFKC')
    .replace(spaces, '')
    .replaceAll('、', ',')
    .replace(/^[¥\\]/, '');
  const bare = folded.endsWith(unit) ? folded.slice(0, -unit.length) : folded;
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare;
}

/** Hiragana as katakana; all else as it is. */
export const katakanaOf = (text: string): string =>
  text.replace(/[\u3041-\u3096\u309D\u309E]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));

/** Any kana as full-width katakana; hyphens as ー, spaces as one full-width space. Other letters stay. */
export const toKatakana = (text: string): string =>
  katakanaOf(text.trim().normalize('NFKC')).replace(hyphens, 'ー').replace(/\s+/g, '　');

/** Half-width address whose domain is lower case; the part before @ keeps its case. */
export function foldEmail(text: string): string {
  const folded = compact(text);
  const at = folded.lastIndexOf('@');
  return folded.slice(0, at + 1) + folded.slice(at + 1).toLowerCase();
}

/** Whether folding changed letters or digits, and not only spaces, hyphens and commas: worth telling the user. */
export const isWidthFolded = (text: string): boolean => {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
  return letters !== letters.normalize('NFKC');
};
