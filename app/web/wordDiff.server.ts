import { diffWords } from 'diff';
import {
  comparedEstablishment,
  comparedSteps,
  type Piece,
  type StepDifferences,
} from '#app/components/change/differences.ts';
import type { PostingContent } from '#app/domain/posting.ts';
import type { FormValues } from '#app/forms/field.ts';

/** Digits with their separators, or anything else. */
const numbers = /[0-9０-９][0-9０-９,，.:：]*/g;

const words = new Intl.Segmenter('ja', { granularity: 'word' });

/**
 * Two texts by words. A number that differs stands as a whole on both sides: 「200,000」→「210,000」, never single
 * digits, which mislead about wages.
 */
export function wordDiff(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const onlyNumbers = [before, after].every((text) => text.replace(numbers, '').length <= 2);
  if (before === '' || after === '' || onlyNumbers) return whole(before, after);
  const parts = diffWords(before, after, { intlSegmenter: words });
  const sideOf = (left: 'added' | 'removed', own: 'added' | 'removed'): Piece[] =>
    parts.filter((part) => !part[left]).map((part) => ({ text: part.value, kind: part[own] ? own : 'same' }));
  return { before: sideOf('added', 'removed'), after: sideOf('removed', 'added') };
}

function whole(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const same = before === after;
  const piece = (text: string, kind: Piece['kind']): Piece[] => (text === '' ? [] : [{ text, kind }]);
  return {
    before: piece(before, same ? 'same' : 'removed'),
    after: piece(after, same ? 'same' : 'added'),
  };
}

/** 変更前 and 変更後 word by word; sections without a row are left out. */
const inWords = (sections: ReturnType<typeof comparedSteps>): StepDifferences[] =>
  sections
    .map((section) => ({
      ...section,
      rows: section.rows.map((row) => ({ ...row, ...wordDiff(row.before, row.after) })),
    }))
    .filter(({ rows }) => rows.length > 0);

/** Two contents of a posting, in the order of the eight steps. */
export const differences = (before: PostingContent, after: PostingContent, all = false): StepDifferences[] =>
  inWords(comparedSteps(before, after, all));

/** Two states of the data of an establishment. */
export const establishmentDifferences = (
  before: FormValues,
  after: FormValues,
  all = false,
): StepDifferences[] => inWords(comparedEstablishment(before, after, all));
