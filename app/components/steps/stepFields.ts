import type { AddressFields } from '#app/components/address/candidate.ts';
import type { FieldPlace } from '#app/components/mypage/messages.ts';
import { fieldId } from '#app/components/ui/fieldMessages.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { FieldError } from '#app/domain/refusal.ts';
import type { Conversion, Field, FormValues, ReadResult } from '#app/forms/field.ts';
import { codePointLength } from '#app/forms/normalise.ts';
import { postingFields, postingSteps } from '#app/forms/posting.ts';
import { paths } from '#app/web/paths.ts';

/** The address in step 3. */
export const workplaceAddress: AddressFields = {
  postal: 'workplace_postal',
  prefecture: 'workplace_prefecture',
  city: 'workplace_city',
  street: 'workplace_street',
};

const stepByField = new Map(
  postingSteps.flatMap(({ fields }, index) => fields.map(({ name }) => [name, index + 1] as const)),
);

/** Which of the eight steps asks for a field; undefined when none does. */
export const stepOfField = (field: string): number | undefined => stepByField.get(field);

/** The address at which a field of a posting can be corrected. */
export const placeInSteps =
  (postingId: string): FieldPlace =>
  (field) => {
    const step = stepOfField(field);
    return step === undefined ? undefined : `${paths.mypage.postingStep(postingId, step)}#${fieldId(field)}`;
  };

/** Where the employer goes on: the first step not finished, or the review of the whole. */
export const continuePath = ({ id, stepsDone }: Pick<Posting, 'id' | 'stepsDone'>): string =>
  stepsDone >= postingSteps.length
    ? paths.mypage.postingConfirm(id)
    : paths.mypage.postingStep(id, stepsDone + 1);

/** What is saved of a step: values where they could be read, else the text as typed, so that nothing typed is lost. */
export function keepable({ values, typed, errors }: ReadResult): FormValues {
  const unread = new Set(errors.map(({ field }) => field));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const text = typed[name] ?? null;
      return [name, value === null && unread.has(name) && text !== '' ? text : value];
    }),
  );
}

/** The longest text that posting.saveStep keeps as typed, in code points: several times what any field allows. */
const LONGEST_KEPT = 4_000;

/** Errors of texts that are too long to be kept even as a draft. */
export const unkeepable = ({ typed, errors }: Pick<ReadResult, 'typed' | 'errors'>): readonly FieldError[] =>
  errors.filter(({ field }) => codePointLength(String(typed[field] ?? '')) > LONGEST_KEPT);

/** The query of the page after a step was saved: names of the fields whose writing was changed, never their text. */
const CONVERTED = 'converted';

export function withConverted(path: string, conversions: readonly Conversion[]): string {
  if (conversions.length === 0) return path;
  return `${path}?${new URLSearchParams(conversions.map(({ field }) => [CONVERTED, field]))}`;
}

/** The fields named in the address; whatever is no field of the posting is left out. */
export const convertedFields = (search: URLSearchParams): readonly Field[] =>
  search.getAll(CONVERTED).flatMap((name) => postingFields.get(name) ?? []);
