import { parseSeekerNumber } from '#app/domain/ids.ts';
import type { FieldError } from '#app/domain/refusal.ts';
import { type CsvRow, parseCsv } from './csv.ts';
import type { Field, FormValues } from './field.ts';
import { seekerFields, seekerForm } from './jobSeeker.ts';
import { compact } from './normalise.ts';
import { readForm } from './read.ts';

/** One job seeker of a file, and the line it begins on; without a number it is a new one. */
export type ReadSeeker = { line: number; number: string | null; values: FormValues };

/** What is wrong with a file of job seekers, line by line; words in app/text/staff/seekers.ts. */
export type SeekerFileProblem =
  | { line: number; code: 'field'; error: FieldError }
  | { line: number; code: 'no-such-seeker'; read: string }
  | { line: number; code: 'repeated'; earlier: number }
  | { line: number; code: 'not-a-tick'; label: string; read: string }
  | { line: number; code: 'not-a-word'; label: string; read: string; words: readonly string[] }
  | { line: number; code: 'cells'; count: number; expected: number }
  | { line: number; code: 'no-column'; missing: readonly string[] }
  | { line: number; code: 'unclosed' | 'empty' }
  | { line: number; code: 'too-many'; most: number };

export type SeekerFile = { seekers: readonly ReadSeeker[]; problems: readonly SeekerFileProblem[] };

/** The heading over the 求職番号. */
export const numberHeading = '求職番号';

const folded = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

const fieldsByHeading: ReadonlyMap<string, Field> = new Map(
  seekerFields.map((field) => [folded(field.label), field]),
);

const ticks: Readonly<Record<string, string>> = {
  はい: 'on',
  '1': 'on',
  '○': 'on',
  いいえ: '',
  '0': '',
  '×': '',
  '': '',
};

type ReadCell = { text: string } | { problem: SeekerFileProblem };

/** A cell as the form takes it: ticks and choices are written in the words of the screen. */
function readCell(line: number, field: Field, cell: string): ReadCell {
  const { label } = field;
  if (field.kind === 'confirm') {
    const tick = ticks[folded(cell)];
    return tick === undefined
      ? { problem: { line, code: 'not-a-tick', label, read: cell.slice(0, 30) } }
      : { text: tick };
  }
  if (field.kind !== 'choice' || cell === '') return { text: cell };
  const choices = field.choices ?? [];
  const chosen = choices.find((choice) => folded(choice.label) === folded(cell));
  if (chosen !== undefined) return { text: chosen.value };
  const words = choices.map((choice) => choice.label);
  return { problem: { line, code: 'not-a-word', label, read: cell.slice(0, 30), words } };
}

type Columns = readonly (Field | 'number' | null)[];

const columnsOf = (heading: CsvRow): Columns =>
  heading.cells.map((cell) =>
    folded(cell) === numberHeading ? 'number' : (fieldsByHeading.get(folded(cell)) ?? null),
  );

function readRow(
  { line, cells }: CsvRow,
  columns: Columns,
): { seeker: ReadSeeker } | { problems: readonly SeekerFileProblem[] } {
  if (cells.slice(columns.length).some((cell) => cell !== '')) {
    return { problems: [{ line, code: 'cells', count: cells.length, expected: columns.length }] };
  }
  const typed: Record<string, string> = {};
  const problems: SeekerFileProblem[] = [];
  let number: string | null = null;
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (column === null) continue;
    if (column === 'number') {
      number = cell === '' ? null : (parseSeekerNumber(compact(cell)) ?? cell.slice(0, 14));
      continue;
    }
    const read = readCell(line, column, cell);
    if ('problem' in read) problems.push(read.problem);
    else typed[column.name] = read.text;
  }
  const unread = new Set(problems.flatMap((problem) => ('label' in problem ? [problem.label] : [])));
  const labelOf = (name: string) => seekerFields.find((field) => field.name === name)?.label ?? '';
  const { values, errors } = readForm(seekerForm, typed);
  problems.push(
    ...errors
      .filter(({ field }) => !unread.has(labelOf(field)))
      .map((error) => ({ line, code: 'field' as const, error })),
  );
  return problems.length > 0 ? { problems } : { seeker: { line, number, values } };
}

const repeatedIn = (seekers: readonly ReadSeeker[]): SeekerFileProblem[] => {
  const lines = new Map<string, number>();
  return seekers.flatMap(({ line, number }) => {
    if (number === null) return [];
    const earlier = lines.get(number);
    lines.set(number, earlier ?? line);
    return earlier === undefined ? [] : [{ line, code: 'repeated' as const, earlier }];
  });
};

/** Columns without which no row can be right. */
const requiredHeadings = seekerFields.filter(({ required }) => required === true).map(({ label }) => label);

/** Reads a table of job seekers; every problem of every line is told, with the line it stands on. */
export function readSeekerFile(text: string, most: number): SeekerFile {
  const failed = (problem: SeekerFileProblem): SeekerFile => ({ seekers: [], problems: [problem] });
  const parsed = parseCsv(text);
  if ('unclosedLine' in parsed) return failed({ line: parsed.unclosedLine, code: 'unclosed' });
  const [heading, ...rows] = parsed.rows;
  if (heading === undefined) return failed({ line: 1, code: 'empty' });
  const columns = columnsOf(heading);
  const present = new Set(columns.flatMap((one) => (one === null || one === 'number' ? [] : [one.label])));
  const missing = requiredHeadings.filter((label) => !present.has(label));
  if (missing.length > 0) return failed({ line: heading.line, code: 'no-column', missing });
  if (rows.length === 0) return failed({ line: heading.line, code: 'empty' });
  if (rows.length > most) return failed({ line: heading.line, code: 'too-many', most });

  const read = rows.map((row) => readRow(row, columns));
  const seekers = read.flatMap((row) => ('seeker' in row ? [row.seeker] : []));
  const problems = [
    ...read.flatMap((row) => ('problems' in row ? row.problems : [])),
    ...repeatedIn(seekers),
  ].toSorted((a, b) => a.line - b.line);
  return { seekers, problems };
}
