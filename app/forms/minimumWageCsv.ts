import type { MinimumWage } from '#app/domain/minimumWage.ts';
import type { FieldError } from '#app/domain/refusal.ts';
import { type CsvRow, csvText, parseCsv } from './csv.ts';
import { wageLineFields } from './minimumWage.ts';
import { prefectures } from './prefectures.ts';
import { readFields } from './read.ts';

/** One wage of a file and the line it stands on. */
export type ImportedWage = MinimumWage & { line: number };

/** What is wrong with a file of wages, line by line; words in app/text/staff/minimumWages.ts. */
export type WageFileProblem =
  | { line: number; code: 'field'; error: FieldError }
  | { line: number; code: 'no-prefecture' | 'no-such-prefecture'; read: string }
  | { line: number; code: 'prefectures-differ'; read: string; other: string }
  | { line: number; code: 'cells'; count: number; expected: number }
  | { line: number; code: 'repeated'; earlier: number }
  | { line: number; code: 'no-column'; missing: readonly string[] }
  | { line: number; code: 'unclosed' | 'empty' }
  | { line: number; code: 'too-many'; most: number };

export type WageFile = { wages: readonly ImportedWage[]; problems: readonly WageFileProblem[] };

/** Ten years of every prefecture. */
const mostRows = 470;

type Column = 'code' | 'name' | 'yen' | 'effective_from';

/** Words over a column, folded, by what stands in it; columns with other words are not read. */
const headings: Readonly<Record<string, Column>> = {
  都道府県コード: 'code',
  コード: 'code',
  都道府県: 'name',
  都道府県名: 'name',
  時間額: 'yen',
  最低賃金: 'yen',
  最低賃金額: 'yen',
  最低賃金時間額: 'yen',
  金額: 'yen',
  額: 'yen',
  発効日: 'effective_from',
  発効年月日: 'effective_from',
  効力発生日: 'effective_from',
  適用日: 'effective_from',
};

const folded = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
const heading = (cell: string): Column | undefined => headings[folded(cell).replace(/[(【[「].*$/u, '')];

const codes = new Map<string, string>(
  prefectures.flatMap(({ value, label }) => [
    [value, value],
    [String(Number(value)), value],
    [label, value],
    [label === '北海道' ? label : label.slice(0, -1), value],
  ]),
);

/** The code of a prefecture written as 1, 01, 埼玉 or 埼玉県, in any width. */
export const prefectureCode = (text: string): string | null => codes.get(folded(text)) ?? null;

/** The columns by their heading, or in the order of a table without one: prefecture (code, name or both), yen, day. */
function columnsOf(first: CsvRow): { columns: readonly (Column | undefined)[]; hasHeading: boolean } {
  const named = first.cells.map(heading);
  if (named.some((column) => column !== undefined)) return { columns: named, hasHeading: true };
  const both = prefectureCode(first.cells[0] ?? '') !== null && prefectureCode(first.cells[1] ?? '') !== null;
  return {
    columns: both ? ['code', 'name', 'yen', 'effective_from'] : ['name', 'yen', 'effective_from'],
    hasHeading: false,
  };
}

const columnWords: readonly (readonly [string, readonly Column[]])[] = [
  ['都道府県', ['code', 'name']],
  ['時間額', ['yen']],
  ['発効日', ['effective_from']],
];

type ReadRow = { wage: ImportedWage } | { problems: readonly WageFileProblem[] };

function readPrefecture(
  line: number,
  written: readonly string[],
): { prefecture: string } | { problem: WageFileProblem } {
  const filled = written.filter((cell) => cell !== '');
  const [read = '', other = ''] = filled;
  if (filled.length === 0) return { problem: { line, code: 'no-prefecture', read: '' } };
  const unknown = filled.find((cell) => prefectureCode(cell) === null);
  if (unknown !== undefined) return { problem: { line, code: 'no-such-prefecture', read: unknown } };
  const prefecture = prefectureCode(read) ?? '';
  return filled.some((cell) => prefectureCode(cell) !== prefecture)
    ? { problem: { line, code: 'prefectures-differ', read, other } }
    : { prefecture };
}

function readRow({ line, cells }: CsvRow, columns: readonly (Column | undefined)[]): ReadRow {
  if (cells.slice(columns.length).some((cell) => cell !== '')) {
    return { problems: [{ line, code: 'cells', count: cells.length, expected: columns.length }] };
  }
  const cellsUnder = (column: Column): string[] => cells.filter((_, index) => columns[index] === column);
  const place = readPrefecture(line, [...cellsUnder('code'), ...cellsUnder('name')]);
  const { values, errors } = readFields(wageLineFields, {
    yen: cellsUnder('yen')[0] ?? '',
    effective_from: cellsUnder('effective_from')[0] ?? '',
  });
  const problems = [
    ...('problem' in place ? [place.problem] : []),
    ...errors.map((error) => ({ line, code: 'field' as const, error })),
  ];
  if (problems.length > 0 || !('prefecture' in place)) return { problems };
  const { prefecture } = place;
  return { wage: { line, prefecture, yen: Number(values.yen), from: String(values.effective_from) } };
}

const repeatedIn = (wages: readonly ImportedWage[]): WageFileProblem[] =>
  wages.flatMap((wage, index) => {
    const earlier = wages
      .slice(0, index)
      .find(({ prefecture, from }) => prefecture === wage.prefecture && from === wage.from);
    return earlier === undefined
      ? []
      : [{ line: wage.line, code: 'repeated' as const, earlier: earlier.line }];
  });

/** Reads a table of minimum wages; every problem of every line is told, with the line it stands on. */
export function readWageFile(text: string): WageFile {
  const failed = (problem: WageFileProblem): WageFile => ({ wages: [], problems: [problem] });
  const parsed = parseCsv(text);
  if ('unclosedLine' in parsed) return failed({ line: parsed.unclosedLine, code: 'unclosed' });
  const [first] = parsed.rows;
  if (first === undefined) return failed({ line: 1, code: 'empty' });
  const { columns, hasHeading } = columnsOf(first);
  const missing = columnWords
    .filter(([, wanted]) => !wanted.some((column) => columns.includes(column)))
    .map(([word]) => word);
  if (missing.length > 0) return failed({ line: first.line, code: 'no-column', missing });
  const rows = hasHeading ? parsed.rows.slice(1) : parsed.rows;
  if (rows.length === 0) return failed({ line: first.line, code: 'empty' });
  if (rows.length > mostRows) return failed({ line: first.line, code: 'too-many', most: mostRows });

  const read = rows.map((row) => readRow(row, columns));
  const wages = read.flatMap((row) => ('wage' in row ? [row.wage] : []));
  const problems = [
    ...read.flatMap((row) => ('problems' in row ? row.problems : [])),
    ...repeatedIn(wages),
  ].toSorted((a, b) => a.line - b.line);
  return { wages, problems };
}

/** The same table written: it can be changed in a spreadsheet and read again. */
export const wageFileText = (wages: readonly (MinimumWage & { source: string })[]): string =>
  csvText([
    ['都道府県コード', '都道府県', '時間額（円）', '発効日', '出典'],
    ...wages.map(({ prefecture, yen, from, source }) => [
      prefecture,
      prefectures.find(({ value }) => value === prefecture)?.label ?? '',
      yen,
      from,
      source,
    ]),
  ]);
