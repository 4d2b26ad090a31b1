import { inflateSync } from 'node:zlib';

/** Every stream of the file, inflated; fonts and the like are no text of ours and come out as noise. */
function streamsOf(pdf: Uint8Array): string[] {
  const file = Buffer.from(pdf);
  const found: string[] = [];
  let at = file.indexOf('stream\n');
  while (at !== -1) {
    const start = at + 'stream\n'.length;
    const end = file.indexOf('endstream', start);
    try {
      found.push(inflateSync(file.subarray(start, end)).toString('latin1'));
    } catch {
      // Not deflated: a font's own table.
    }
    at = file.indexOf('stream\n', end + 'endstream'.length);
  }
  return found;
}

/** Glyph numbers and the text each stands for, as the file itself says it (ToUnicode). */
function glyphTexts(map: string): Map<number, string> {
  const texts = new Map<number, string>();
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, hex = ''], index) => {
      const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? [];
      const text = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
      texts.set(Number.parseInt(first, 16) + index, text);
    });
  }
  return texts;
}

/**
 * The text of a PDF file with one embedded font, read from the file alone: what somebody finds who searches in it or
 * copies out of it. Without blanks and line ends, which a PDF does not keep.
 */
export function pdfText(pdf: Uint8Array): string {
  const streams = streamsOf(pdf);
  const texts = glyphTexts(streams.find((stream) => stream.includes('beginbfrange')) ?? '');
  return streams
    .filter((stream) => stream.includes(' TJ') || stream.includes(']TJ'))
    .flatMap((page) => [...page.matchAll(/\[([^\]]*)\] ?TJ/g)])
    .flatMap(([, pieces = '']) => [...pieces.matchAll(/<([0-9a-f]+)>/g)])
    .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
    .map((glyph) => texts.get(Number.parseInt(glyph, 16)) ?? '')
    .join('')
    .replace(/\s/g, '');
}

/** The number of pages. */
export const pdfPages = (pdf: Uint8Array): number =>
  [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/Type \/Page\b(?!s)/g),
  ].length;
