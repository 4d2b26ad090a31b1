/** A line of a CSV text, numbered as an editor numbers it; a cell may run over several lines. */
export type CsvRow = { line: number; cells: readonly string[] };

/** The rows of a CSV text, blank ones left out; or the line on which a quoted cell begins that never ends. */
export type ParsedCsv = { rows: readonly CsvRow[] } | { unclosedLine: number };

/** Cells copied out of a spreadsheet are separated by tabs, those of a file by commas. */
const separatorOf = (text: string): string => (/^[^\r\n]*\t/.test(text.trimStart()) ? '\t' : ',');

/** Reads CSV (RFC 4180) as spreadsheets write it: any line ends, quoted cells, a byte order mark at the start. */
export function parseCsv(source: string): ParsedCsv {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let rowLine = 1;
  let quotedFrom: number | null = null;

  const endCell = (): void => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (cells.some((one) => one !== '')) rows.push({ line: rowLine, cells });
    cells = [];
  };

  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (character === '\n') line += 1;
    if (quotedFrom !== null) {
      if (character !== '"') cell += character;
      else if (text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else quotedFrom = null;
    } else if (character === '"' && cell.trim() === '') {
      cell = '';
      quotedFrom = line;
    } else if (character === separator) endCell();
    else if (character === '\n') {
      endRow();
      rowLine = line;
    } else cell += character;
  }
  if (quotedFrom !== null) return { unclosedLine: quotedFrom };
  endRow();
  return { rows };
}

/** A spreadsheet would take such a cell for a formula (reliability.md: cells that start with = + - @ TAB CR). */
const guarded = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const written = (value: string | number): string => {
  const cell = typeof value === 'number' ? String(value) : guarded(value);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
};

/** CSV that opens in a Japanese Excel: UTF-8 with a byte order mark, lines ended by CR and LF. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')}`;
