import type { Establishment } from '#app/domain/establishment.ts';
import type { FormValues } from '#app/forms/field.ts';
import { searchKey } from '#app/forms/normalise.ts';
import type { JsonSchema } from '#app/forms/validate.ts';
import type { SearchKeys } from '#db/stores/establishments.ts';

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
});

/** Ids of the similar records that were shown and found to be other establishments. */
export const knownOthers: JsonSchema = {
  type: 'array',
  maxItems: 20,
  items: { type: 'string', minLength: 36, maxLength: 36 },
};
