import type { Posting } from '#app/domain/posting.ts';
import type { FieldError } from '#app/domain/refusal.ts';
import { isLate } from '#app/domain/visit.ts';
import type { FormDefinition, ReadResult, TypedText } from '#app/forms/field.ts';
import { identityChecklist } from '#app/forms/review.ts';
import { textIn } from '../review/decided.ts';
import { POSTINGS, shownPostings, shownValue } from './shown.ts';

/** A posted sitting: what was ticked and checked, and what is missing. */
export function readSitting(
  { read, raw }: { read(form: FormDefinition): ReadResult; raw: FormData },
  form: FormDefinition,
  postings: readonly Pick<Posting, 'id' | 'version' | 'dueDate'>[],
  postingsRequired: boolean,
) {
  const { values, typed, errors } = read(form);
  const ticked = raw.getAll(POSTINGS).map(String);
  const visitedOn = textIn(values, 'visited_on');
  const lateReason = textIn(values, 'late_reason');
  const late = postings.some(
    (one) => ticked.includes(shownValue(one)) && visitedOn !== null && isLate(one, visitedOn),
  );
  const missing: FieldError[] = [
    ...(postingsRequired && ticked.length === 0 ? [{ field: POSTINGS, code: 'required' as const }] : []),
    ...(late && lateReason === null ? [{ field: 'late_reason', code: 'required-when-late' as const }] : []),
  ];
  return {
    values,
    errors: [...missing, ...errors],
    shown: { ...typed, [POSTINGS]: ticked } as TypedText,
    sitting: {
      postings: shownPostings(ticked),
      visitedOn: visitedOn ?? '',
      checklist: identityChecklist.filter((name) => values[name] === true),
      identityDocument: textIn(values, 'identity_document'),
      note: textIn(values, 'note'),
      lateReason,
    },
  };
}
