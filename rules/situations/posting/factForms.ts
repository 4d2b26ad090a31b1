import type { CalendarDate } from '#app/domain/calendar.ts';
import type { FactDefinition } from '#rules/facts.ts';
import type { PostingSituation } from './situation.ts';
import { labelsOf, missingOf } from './stated.ts';
import { type Choices, type Field, isStated, type PostingValues } from './values.ts';

/** How the facts about a posting are written: a field as it is, whether it says anything, what is computed of some. */

export type PostingFact = FactDefinition<PostingSituation>;
export type PostingFacts = Readonly<Record<string, PostingFact>>;

/** What null means for a field. */
export const whenNull = '未入力';

export const choice = (field: Field, label: string, of: Choices): PostingFact => ({
  type: 'enum',
  label,
  choices: of,
  whenNull,
  origin: `posting.${field}`,
  build: ({ posting }) => {
    const value = posting[field];
    return typeof value === 'string' ? value : null;
  },
});

export const figure = (field: Field, label: string): PostingFact => ({
  type: 'integer',
  label,
  whenNull,
  origin: `posting.${field}`,
  build: ({ posting }) => {
    const value = posting[field];
    return typeof value === 'number' ? value : null;
  },
});

/** Whether a text field says anything. The text itself is not a fact: it may name people, and a verdict is kept. */
export const stated = (
  field: Field &
    (
      | `${string}_scope`
      | `${string}_reason`
      | `${string}_condition`
      | `${string}_detail`
      | `${string}_note`
      | `${string}_no`
    ),
  label: string,
): PostingFact => ({
  type: 'boolean',
  label,
  origin: `posting.${field}`,
  build: ({ posting }) => isStated(posting[field]),
});

export const derived = (
  label: string,
  origin: string,
  build: (posting: PostingValues) => number | null,
): PostingFact => ({
  type: 'integer',
  label,
  whenNull: '計算できない',
  origin,
  build: ({ posting }) => build(posting),
});

export const holds = (
  label: string,
  origin: string,
  build: (posting: PostingValues) => boolean,
): PostingFact => ({
  type: 'boolean',
  label,
  origin,
  build: ({ posting }) => build(posting),
});

export const missing = (label: string, items: Parameters<typeof missingOf>[0]): PostingFact => ({
  type: 'enumList',
  label,
  choices: labelsOf(items),
  origin: `posting: ${Object.keys(items).join(', ')}`,
  build: ({ posting }) => missingOf(items, posting),
});

export const difference = (a: number | null | undefined, b: number | null | undefined): number | null =>
  a === null || a === undefined || b === null || b === undefined ? null : a - b;

/** Yen of something beside the posting. */
export const yenAt = (
  label: string,
  origin: string,
  whenNullHere: string,
  of: (situation: PostingSituation) => number | null,
): PostingFact => ({ type: 'integer', label, origin, whenNull: whenNullHere, build: of });

export const dayOf = (
  label: string,
  origin: string,
  whenNullHere: string,
  of: (situation: PostingSituation) => CalendarDate | null,
): PostingFact => ({ type: 'date', label, origin, whenNull: whenNullHere, build: of });

export const inMinutes = (fact: PostingFact): PostingFact => ({ ...fact, unit: 'minutes' });
export const staffOnly = (fact: PostingFact): PostingFact => ({ ...fact, staffOnly: true });
