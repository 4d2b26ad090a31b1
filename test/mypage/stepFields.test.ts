import { describe, expect, test } from 'vitest';
import { streetWith } from '#app/components/address/candidate.ts';
import {
  continuePath,
  convertedFields,
  keepable,
  placeInSteps,
  unkeepable,
  withConverted,
} from '#app/components/steps/stepFields.ts';
import { visitView } from '#app/components/steps/visit.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { stepOf } from '#app/forms/posting.ts';
import { readFields } from '#app/forms/read.ts';

const wages = stepOf(4)?.fields ?? [];

describe('What is saved of a step', () => {
  test('is the value where it could be read and the typed text where not', () => {
    const kept = keepable(readFields(wages, { base_pay_min: '二十万', base_pay_max: '２６０，０００' }));
    expect(kept).toMatchObject({ base_pay_min: '二十万', base_pay_max: 260_000, pay_basis: null });
  });

  test('is refused only where a text is longer than any draft may be', () => {
    const read = (letters: number) =>
      readFields(stepOf(1)?.fields ?? [], { note_to_office: '字'.repeat(letters) });
    expect(unkeepable(read(4_000))).toEqual([]);
    expect(unkeepable(read(4_001)).map(({ field }) => field)).toEqual(['note_to_office']);
  });
});

describe('The way through the steps', () => {
  test('goes on at the first step not finished, and after the eighth to the review', () => {
    expect(continuePath({ id: 'x', stepsDone: 0 })).toBe('/mypage/postings/x/steps/1');
    expect(continuePath({ id: 'x', stepsDone: 7 })).toBe('/mypage/postings/x/steps/8');
    expect(continuePath({ id: 'x', stepsDone: 8 })).toBe('/mypage/postings/x/confirm');
  });

  test('leads from a field to the step that asks for it', () => {
    expect(placeInSteps('x')('base_pay_min')).toBe('/mypage/postings/x/steps/4#f-base_pay_min');
    expect(placeInSteps('x')('no_such_field')).toBeUndefined();
  });

  test('names rewritten fields in the address without their text, and reads only names it knows', () => {
    const path = withConverted('/next', [{ field: 'contact_phone', from: '０３', to: '03' }]);
    expect(path).toBe('/next?converted=contact_phone');
    const search = new URLSearchParams('converted=contact_phone&converted=<script>');
    expect(convertedFields(search).map(({ name }) => name)).toEqual(['contact_phone']);
    expect(withConverted('/next', [])).toBe('/next');
  });
});

describe('The visit as a page tells it', () => {
  const verdict = { outcome: 'visit-required', dueDate: '2026-12-08', reasons: [] } as unknown as Verdict;

  test('is the verdict as long as nobody has come and no date was told', () => {
    expect(visitView({ visitedOn: null, dueDate: null }, verdict)).toEqual({ kind: 'verdict', verdict });
  });

  test('keeps a due date already told', () => {
    expect(visitView({ visitedOn: null, dueDate: '2026-12-04' }, verdict)).toMatchObject({
      verdict: { dueDate: '2026-12-04' },
    });
  });

  test('is not asked for twice', () => {
    expect(visitView({ visitedOn: '2026-12-01', dueDate: '2026-12-04' }, verdict)).toEqual({
      kind: 'made',
      on: '2026-12-01',
    });
  });
});

describe('A town chosen by postal code', () => {
  test('fills an empty street, takes the place of another town before the house number, and leaves a street that has it', () => {
    expect(streetWith('仲町', '')).toBe('仲町');
    expect(streetWith('仲町', '99-1')).toBe('仲町99-1');
    expect(streetWith('仲町', '９９番')).toBe('仲町９９番');
    expect(streetWith('仲町', '仲町99-1')).toBe('仲町99-1');
    expect(streetWith('仲町', '別の町1')).toBe('仲町1');
  });
});
