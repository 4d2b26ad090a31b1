import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linePairs, type Piece } from '#app/components/rule/wordDiff.ts';

const marked = (pieces: readonly Piece[] | null): string | null =>
  pieces?.map(({ text, only }) => (only ? `[${text}]` : text)).join('') ?? null;
const sides = (before: readonly string[], after: readonly string[]) =>
  linePairs(before, after).map((pair) => [marked(pair.before), marked(pair.after)]);

describe('two texts beside each other', () => {
  test('mark the figure that changed, and nothing else', () => {
    expect(sides(['期限は14日以内です。'], ['期限は21日以内です。'])).toEqual([
      ['期限は[14]日以内です。', '期限は[21]日以内です。'],
    ]);
  });

  test('keep equal lines beside each other around a line that is new', () => {
    expect(sides(['甲', '乙'], ['甲', '丙の文', '乙'])).toEqual([
      ['甲', '甲'],
      [null, '[丙の文]'],
      ['乙', '乙'],
    ]);
  });

  test('mark lines that have nothing in common from end to end', () => {
    expect(sides(['派遣の求人'], ['来庁が必要'])).toEqual([['[派遣の求人]', '[来庁が必要]']]);
  });

  test('never lose or add a character', () => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom('年', '1', 'ア', 'の', 'x'), maxLength: 12 }), {
      maxLength: 6,
    });
    const plain = (pieces: readonly Piece[] | null): string | null =>
      pieces?.map(({ text }) => text).join('') ?? null;
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const pairs = linePairs(before, after);
        expect(pairs.map((pair) => plain(pair.before)).filter((line) => line !== null)).toEqual(before);
        expect(pairs.map((pair) => plain(pair.after)).filter((line) => line !== null)).toEqual(after);
      }),
    );
  });
});
