import { fieldThatIdentifies, type JobSeeker } from '#app/domain/jobSeeker.ts';
import type { FieldError } from '#app/domain/refusal.ts';
import type { Field, FormValues } from '#app/forms/field.ts';
import { seekerPersonSection, seekerProfileSection } from '#app/forms/jobSeeker.ts';
import { searchKey } from '#app/forms/searchKey.ts';
import type { SeekerKeys } from '#db/stores/jobSeekers.ts';

const text = (values: FormValues, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};

const valuesOf = (fields: readonly Field[], values: FormValues): FormValues =>
  Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? null]));

export type SeekerContent = Pick<
  JobSeeker,
  'name' | 'nameKana' | 'bornOn' | 'phone' | 'person' | 'hasMypage' | 'isPublic' | 'profile'
>;

/** What the values of the form say about a seeker. */
export const contentOf = (values: FormValues): SeekerContent => ({
  name: text(values, 'seeker_name'),
  nameKana: text(values, 'seeker_name_kana'),
  bornOn: text(values, 'born_on') || null,
  phone: text(values, 'seeker_phone') || null,
  person: valuesOf(seekerPersonSection.fields, values),
  hasMypage: values.has_mypage === true,
  isPublic: values.is_public === true,
  profile: valuesOf(seekerProfileSection.fields, values),
});

/** Folded name and kana, and the words of the public part, together and one by one. */
export const seekerKeysOf = ({
  name,
  nameKana,
  profile,
}: Pick<SeekerContent, 'name' | 'nameKana' | 'profile'>): SeekerKeys => ({
  name: searchKey(name),
  kana: searchKey(nameKana),
  profile: searchKey(
    ['wished_occupation', 'wished_place', 'work_experience', 'held_licences', 'knowledge', 'appeal']
      .map((field) => text(profile, field))
      .join(' '),
  ),
  occupation: searchKey(text(profile, 'wished_occupation')),
  place: searchKey(text(profile, 'wished_place')),
  experience: searchKey(text(profile, 'work_experience')),
  licences: searchKey(text(profile, 'held_licences')),
});

/** What is wrong with a seeker's values beyond their shape: a public part that says who it is. */
export function problemsOf(values: FormValues): readonly FieldError[] {
  const field = fieldThatIdentifies(contentOf(values));
  return field === null ? [] : [{ field, code: 'says-who' }];
}
