import { matchedRange } from '#app/forms/searchKey.ts';
import { phone as phoneText } from '#app/text/format.ts';
import { searchText } from '#app/text/staff/establishment.ts';
import { type Address, addressText } from './address.ts';

type Found = {
  number: string | null;
  corporateNumber: string | null;
  name: string;
  nameKana: string;
  phone: string;
  address: Address;
  matched: keyof typeof searchText.matched | 'parts';
};

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * 一致した項目: what a row was found by, and that it is written otherwise there than it was asked for.
 * @param words as they were searched (forms/searchKey), of what was typed as `q`
 */
export function whyMatched(found: Found, q: string, words: readonly string[]): string {
  const { matched } = found;
  if (matched !== 'name' && matched !== 'kana' && matched !== 'parts') return searchText.matched[matched];
  const shown = {
    name: found.name,
    kana: found.nameKana,
    place: addressText(found.address),
    number: found.number ?? '',
    phone: phoneText(found.phone),
  };
  const fields = (Object.keys(shown) as (keyof typeof shown)[]).filter((field) =>
    words.some((word) => matchedRange(shown[field], word) !== null),
  );
  const named = (matched === 'parts' ? fields : [matched])
    .map((field) => searchText.matched[field])
    .join('・');
  const isAsTyped = plain(q)
    .split(/\s+/)
    .every((word) => Object.values(shown).some((text) => plain(text).includes(word)));
  return isAsTyped ? named : searchText.otherForm(named);
}
