import { parseEstablishmentNumber } from '#app/domain/ids.ts';
import { compact, digitsOnly } from '#app/forms/normalise.ts';
import { searchKey, searchWords } from '#app/forms/searchKey.ts';

/** The longest text the search boxes take, in code units. */
const longest = 100;

/** Fewer digits would match half the office. */
const digitsShape = /^\d{3,13}$/;

/** What was typed into a search box, in every way it may be meant; null where it cannot be that. */
export type SearchTerms = {
  /** Folded name or kana. */
  key: string | null;
  /** The same by its blanks: parts that are to be found in any order. */
  words: readonly string[];
  /** Digits on end, of a number or a telephone number. */
  digits: string | null;
  /** 事業所番号, 4-6-1. */
  number: string | null;
  /** The beginning of an e-mail address, lower case. */
  email: string | null;
};

/** The text of a search box in an address, trimmed and cut. */
export const searchText = (url: URL): string => (url.searchParams.get('q') ?? '').slice(0, longest).trim();

/** Reads one box: numbers in any width with or without hyphens, names and kana folded, e-mail addresses. */
export function searchTerms(text: string): SearchTerms {
  const digits = digitsOnly(text);
  const address = compact(text).toLowerCase();
  const key = searchKey(text);
  const isAddress = /^[\x21-\x7e]{3,}$/.test(address) && /[a-z@]/.test(address);
  return {
    key: key === '' ? null : key,
    words: searchWords(text),
    digits: digitsShape.test(digits) ? digits : null,
    number: parseEstablishmentNumber(compact(text)),
    email: isAddress ? address : null,
  };
}

/** The number of a page in an address; anything else is the first. */
export function pageNumber(url: URL): number {
  const text = url.searchParams.get('page') ?? '';
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}
