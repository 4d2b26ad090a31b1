import type { DuplicateMatch, Establishment, EstablishmentVersion } from '#app/domain/establishment.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import type { SearchKeys } from '#app/domain/searchParts.ts';
import type { FormValues } from '#app/forms/field.ts';
import { searchKey } from '#app/forms/searchKey.ts';
import type { JsonSchema } from '#app/forms/validate.ts';
import type { ProcedureContext } from '../procedure.ts';

const text = (values: FormValues, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};

/** The columns of an establishment that its form values say. */
export const columnsOf = (
  values: FormValues,
): Pick<Establishment, 'number' | 'corporateNumber' | 'name' | 'nameKana' | 'phone' | 'details'> => ({
  number: text(values, 'establishment_number') || null,
  corporateNumber: text(values, 'corporate_number') || null,
  name: text(values, 'name'),
  nameKana: text(values, 'name_kana'),
  phone: text(values, 'phone'),
  details: values,
});

export const searchKeysOf = (values: FormValues): SearchKeys => ({
  name: searchKey(text(values, 'name')),
  kana: searchKey(text(values, 'name_kana')),
  places: ['city', 'street', 'building'].map((field) => searchKey(text(values, field))),
});

/** Ids of the similar records that were shown and found to be other establishments. */
export const knownOthers: JsonSchema = {
  type: 'array',
  maxItems: 20,
  items: { type: 'string', minLength: 36, maxLength: 36 },
};

/**
 * The refusal of what would repeat another record: its number can never be registered twice; other records that look
 * the same are to be said to be others first.
 */
export function refusalToRepeat(
  matches: readonly DuplicateMatch[],
  knownToBeOthers: readonly string[],
): Refusal | null {
  if (matches.some(({ matched }) => matched.includes('number')))
    return refuse('fields-wrong', { fields: [{ field: 'establishment_number', code: 'taken' }] });
  return matches.every(({ establishmentId }) => knownToBeOthers.includes(establishmentId))
    ? null
    : refuse('possible-duplicates', { params: { count: matches.length } });
}

/** Registers other data in place of those in force, with the keys they are searched by, and keeps the old ones. */
export async function replaceDetails(
  { stores, now, newId }: Pick<ProcedureContext, 'stores' | 'now' | 'newId'>,
  establishment: Establishment,
  values: FormValues,
  why: Pick<EstablishmentVersion, 'cause' | 'requestId' | 'reason' | 'replacedBy'>,
): Promise<void> {
  await stores.establishments.update({ ...establishment, ...columnsOf(values) }, searchKeysOf(values));
  await stores.establishments.keepVersion({
    id: newId(),
    establishmentId: establishment.id,
    details: establishment.details,
    ...why,
    replacedAt: now,
  });
}
