import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { cellRows, type IssuedSheet, type SheetBlock } from './domain/sheet.ts';
import { common, printText } from './text/common.ts';
import { sheetsText } from './text/sheets.ts';

/**
 * Draws a sheet as PDF: A4 portrait, the glyphs that occur embedded. The words are those of the sheet and of the page's
 * frame, in the same order (components/sheet/SheetPage.tsx).
 */

/** A TrueType font with the whole of JIS X 0208 and the company and place names beside it: 髙﨑①㈱㎡. */
const fontFile = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
);
let fontBytes: Buffer | undefined;

/** Points; 12 mm of margin as on the printed page, and room for the foot. */
const page = { margin: 34, foot: 30 };
const size = { title: 16, heading: 11, body: 10.5, cell: 9.5, foot: 8.5, large: 13 };
const padding = { across: 5, down: 3 };
const gap = 11;
const lineGap = 2;
const gray = { label: '#eeeeee', line: '#666666' };

/** Stands for a character the font has not: the printers' mark for a missing piece of type. */
const GETA = '〓';

type Doc = PDFKit.PDFDocument;
type Column = { text: string; width: number; label: boolean };

/** The PDF file of a sheet. */
export async function sheetPdf({ sheet, issuedAt, issuer }: IssuedSheet): Promise<Uint8Array> {
  fontBytes ??= readFileSync(fontFile);
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: page.margin, left: page.margin, right: page.margin, bottom: page.margin + page.foot },
    bufferPages: true,
    lang: 'ja',
    info: { Title: sheet.title, CreationDate: new Date(issuedAt) },
  });
  const file = collected(doc);
  doc.registerFont('body', fontBytes).font('body');
  const draw = drawing(doc);

  draw.title(sheet.title, sheet.confidential);
  for (const block of sheet.blocks) draw.block(block);
  if (draw.missed()) draw.block({ kind: 'lines', lines: [sheetsText.notReadable] });
  draw.feet(printText.foot(sheet.title, issuedAt, issuer));
  doc.end();
  return file;
}

function collected(doc: Doc): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (piece: Buffer) => pieces.push(piece));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(pieces))));
    doc.on('error', reject);
  });
}

/** Whether the font has a glyph; pdfkit keeps the fontkit font behind its own, which its types do not say. */
const glyphTest = (doc: Doc): ((codePoint: number) => boolean) => {
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })
    ._font;
  return (codePoint) => font.hasGlyphForCodePoint(codePoint);
};

function drawing(doc: Doc) {
  const left = page.margin;
  const width = doc.page.width - 2 * page.margin;
  const bottom = doc.page.height - page.margin - page.foot;
  const hasGlyph = glyphTest(doc);
  let missed = false;

  /** The text in characters the font has. */
  const drawable = (text: string): string =>
    [...text]
      .map((character) => {
        const code = character.codePointAt(0) ?? 0;
        if (character === '\n' || hasGlyph(code)) return character;
        missed = true;
        return GETA;
      })
      .join('');

  /** Begins a new page where `height` does not fit any more. */
  const makeRoom = (height: number): void => {
    if (doc.y + height > bottom) doc.addPage();
  };

  const write = (text: string, fontSize: number): void => {
    doc.fontSize(fontSize);
    const shown = drawable(text);
    const whole = { width, lineGap };
    makeRoom(doc.heightOfString(shown, whole));
    doc.text(shown, left, doc.y, whole);
  };

  const heading = (text: string, following: number): void => {
    makeRoom(size.heading + lineGap + 4 + following);
    write(text, size.heading);
    doc.y += 2;
  };

  const textOptions = (column: Column) => ({ width: column.width - 2 * padding.across, lineGap: 1 });

  const rowHeight = (columns: readonly Column[]): number => {
    doc.fontSize(size.cell);
    const heights = columns.map((column) => doc.heightOfString(column.text || ' ', textOptions(column)));
    return Math.max(...heights) + 2 * padding.down;
  };

  const drawRow = (columns: readonly Column[], height: number): void => {
    const top = doc.y;
    let x = left;
    for (const column of columns) {
      const box = doc.rect(x, top, column.width, height).lineWidth(0.5).strokeColor(gray.line);
      if (column.label) box.fillAndStroke(gray.label, gray.line);
      else box.stroke();
      doc.fillColor('#000000').fontSize(size.cell);
      doc.text(column.text, x + padding.across, top + padding.down, textOptions(column));
      x += column.width;
    }
    doc.y = top + height;
  };

  /** Rows that are never cut; a head stands again on every page. */
  const rows = (title: string, head: readonly Column[] | null, all: readonly (readonly Column[])[]): void => {
    const headHeight = head === null ? 0 : rowHeight(head);
    const [first] = all;
    heading(title, headHeight + (first === undefined ? 0 : rowHeight(first)));
    if (head !== null) drawRow(head, headHeight);
    for (const columns of all) {
      const height = rowHeight(columns);
      if (doc.y + height > bottom) {
        doc.addPage();
        if (head !== null) drawRow(head, headHeight);
      }
      drawRow(columns, height);
    }
  };

  const block = (one: SheetBlock): void => {
    doc.y += gap;
    switch (one.kind) {
      case 'lines':
        for (const line of one.lines) write(line, one.look === 'large' ? size.large : size.body);
        return;
      case 'list':
        heading(one.title, size.body + lineGap);
        for (const item of one.items) write(`・${item}`, size.body);
        return;
      case 'cells': {
        const labelWidth = width * 0.2;
        const all = cellRows(one.cells).map((row) =>
          row.flatMap(({ label, value }): Column[] => [
            { text: drawable(label), width: labelWidth, label: true },
            {
              text: drawable(value),
              width: (row.length === 1 ? width : width / 2) - labelWidth,
              label: false,
            },
          ]),
        );
        rows(one.title, null, all);
        return;
      }
      case 'table': {
        const whole = one.widths.reduce((sum, share) => sum + share, 0);
        const columnsOf = (texts: readonly string[], label: boolean): Column[] =>
          texts.map((text, at) => ({
            text: drawable(text),
            width: (width * (one.widths[at] ?? 1)) / whole,
            label,
          }));
        rows(
          one.title,
          columnsOf(one.head, true),
          one.rows.map((row) => columnsOf(row, false)),
        );
        return;
      }
    }
  };

  const title = (text: string, confidential: boolean): void => {
    const top = doc.y;
    write(text, size.title);
    const below = doc.y;
    if (!confidential) return;
    doc.fontSize(size.heading);
    const across = doc.widthOfString(common.confidential) + 4 * padding.across;
    doc.rect(left + width - across, top, across, size.heading + 4 * padding.down).lineWidth(1.5);
    doc.stroke('#000000');
    doc.text(common.confidential, left + width - across, top + 2 * padding.down, {
      width: across,
      align: 'center',
      lineBreak: false,
    });
    doc.y = Math.max(below, top + size.heading + 4 * padding.down);
  };

  /** 帳票名・発行日時・発行者 and 頁 at the foot of every page. */
  const feet = (words: readonly string[]): void => {
    const { start, count } = doc.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      doc.switchToPage(start + index);
      // What stands in the margin would begin a new page otherwise.
      doc.page.margins.bottom = 0;
      const top = bottom + 14;
      doc
        .moveTo(left, top)
        .lineTo(left + width, top)
        .lineWidth(0.5)
        .stroke('#000000');
      doc.fillColor('#000000').fontSize(size.foot);
      const pages = `${index + 1}／${count}頁`;
      doc.text(drawable(words.join('　')), left, top + 5, { width: width - 60 });
      doc.text(pages, left + width - 60, top + 5, { width: 60, align: 'right', lineBreak: false });
    }
  };

  return { title, block, feet, missed: () => missed };
}
