import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText, parseCsv } from '#app/forms/csv.ts';

const rowsOf = (text: string): unknown => {
  const parsed = parseCsv(text);
  return 'rows' in parsed ? parsed.rows.map(({ line, cells }) => [line, ...cells]) : parsed;
};

describe('reading CSV', () => {
  test.each([
    [
      'lines ended by CR LF, LF or CR',
      'a,b\r\nc,d\ne,f\rg,h',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
        [3, 'e', 'f'],
        [4, 'g', 'h'],
      ],
    ],
    ['a byte order mark', '\uFEFFa,b', [[1, 'a', 'b']]],
    [
      'blank lines and lines of empty cells, which keep their numbers',
      '\na,b\n,,\n \nc,d\n',
      [
        [2, 'a', 'b'],
        [5, 'c', 'd'],
      ],
    ],
    ['quoted cells with commas and quotes', '"1,141","say ""hi"""', [[1, '1,141', 'say "hi"']]],
    [
      'a quoted cell over two lines',
      '"a\nb",c\nd,e',
      [
        [1, 'a\nb', 'c'],
        [3, 'd', 'e'],
      ],
    ],
    ['cells copied out of a spreadsheet', '埼玉県\t1,141\t2025/11/1', [[1, '埼玉県', '1,141', '2025/11/1']]],
    ['nothing at all', '', []],
    ['a quote that is never closed', 'a,b\nc,"d\ne,f', { unclosedLine: 2 }],
  ])('%s', (_, text, rows) => expect(rowsOf(text)).toEqual(rows));
});

describe('writing CSV', () => {
  test('opens in a Japanese Excel: byte order mark, CR LF, quotes where needed', () => {
    expect(
      csvText([
        ['都道府県', '額'],
        ['埼玉県', 1141],
        ['a"b', 'c,d'],
      ]),
    ).toBe('\uFEFF都道府県,額\r\n埼玉県,1141\r\n"a""b","c,d"\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM', '\t=1'])('takes %j out of the reach of formulas', (cell) => {
    expect(csvText([[cell]])).toContain(`'${cell}`);
  });

  test('is read back as it was written', () => {
    const cell = fc.string().map((text) => `x${text.replaceAll('\r', '').trim()}`);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const parsed = parseCsv(csvText(rows));
        expect('rows' in parsed ? parsed.rows.map(({ cells }) => cells) : null).toEqual(rows);
      }),
    );
  });
});
