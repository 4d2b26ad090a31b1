import { establishmentForm } from '#app/forms/establishment.ts';
import type { FormValues, Section } from '#app/forms/field.ts';
import { formatValue } from '#app/forms/format.ts';
import { postingSteps } from '#app/forms/posting.ts';

/** A piece of a text: the same on both sides, or only before, or only after. */
export type Piece = { text: string; kind: 'same' | 'removed' | 'added' };

export type Difference = { name: string; label: string; before: readonly Piece[]; after: readonly Piece[] };

/** A section of a form with the rows to compare; of a posting, one of its eight steps. */
export type StepDifferences = { id: string; title: string; rows: readonly Difference[] };

type Compared = Omit<StepDifferences, 'rows'> & {
  rows: readonly { name: string; label: string; before: string; after: string }[];
};

/** The two sides of every field as they are read, section by section; equal ones are left out unless `all`. */
const compared = (
  sections: readonly Section[],
  before: FormValues,
  after: FormValues,
  all: boolean,
): readonly Compared[] =>
  sections.map(({ id, title, fields }) => ({
    id,
    title,
    rows: fields
      .map((field) => ({
        name: field.name,
        label: field.label,
        before: formatValue(field, before[field.name] ?? null),
        after: formatValue(field, after[field.name] ?? null),
      }))
      .filter((row) => row.before !== row.after || (all && row.before !== '')),
  }));

const numberedSteps = postingSteps.map((step) => ({ ...step, title: `${step.id} ${step.title}` }));

/** The content of a posting, in its eight steps. */
export const comparedSteps = (before: FormValues, after: FormValues, all: boolean): readonly Compared[] =>
  compared(numberedSteps, before, after, all);

/** The data of an establishment, in the sections of its form. */
export const comparedEstablishment = (
  before: FormValues,
  after: FormValues,
  all: boolean,
): readonly Compared[] => compared(establishmentForm.sections, before, after, all);
