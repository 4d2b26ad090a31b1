import type { TypedText } from '#app/forms/field.ts';

/** One address a postal code stands for; `prefecture` is the code of JIS X 0401, `town` is empty where there is none. */
export type AddressCandidate = { prefecture: string; prefectureName: string; city: string; town: string };

/** The names of the four inputs of an address in a form. */
export type AddressFields = { postal: string; prefecture: string; city: string; street: string };

/** What a search by postal code found; `chosen` is the candidate that was filled in. */
export type AddressSearch = {
  code: string;
  candidates: readonly AddressCandidate[];
  chosen: AddressCandidate | null;
};

/** 愛知県清須市春日一番割 */
export const addressLine = ({ prefectureName, city, town }: AddressCandidate): string =>
  `${prefectureName}${city}${town}`;

/** The town in front of the house number already typed; a street that has the town stays as it is. */
export function streetWith(town: string, street: string): string {
  if (street.startsWith(town)) return street;
  return `${town}${/[0-9０-９].*$/.exec(street)?.[0] ?? ''}`;
}

/** The texts of the inputs with a candidate filled in. */
export const withCandidate = (
  typed: TypedText,
  fields: AddressFields,
  candidate: AddressCandidate,
): TypedText => ({
  ...typed,
  [fields.prefecture]: candidate.prefecture,
  [fields.city]: candidate.city,
  [fields.street]: streetWith(candidate.town, String(typed[fields.street] ?? '')),
});
