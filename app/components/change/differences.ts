import type { PostingContent } from '#app/domain/posting.ts';
import { formatValue } from '#app/forms/format.ts';
import { postingSteps } from '#app/forms/posting.ts';

/** A piece of a text: the same on both sides, or only before, or only after. */
export type Piece = { text: string; kind: 'same' | 'removed' | 'added' };

export type Difference = { name: string; label: string; before: readonly Piece[]; after: readonly Piece[] };

/** A step of the posting with the rows to compare. */
export type StepDifferences = { id: string; title: string; rows: readonly Difference[] };

/** The two sides of every field as they are read, step by step; equal ones are left out unless `all`. */
export const comparedSteps = (before: PostingContent, after: PostingContent, all: boolean) =>
  postingSteps.map(({ id, title, fields }) => ({
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
