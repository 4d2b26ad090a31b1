/** The encodings a spreadsheet in Japan writes, each tried strictly: text that is not in it is not guessed at. */
const encodings = ['utf-8', 'shift_jis'] as const;

/** The text of an uploaded file: UTF-8 or UTF-16 with a byte order mark, UTF-8 without one, or Shift_JIS. null otherwise. */
export function textOfFile(bytes: Uint8Array): string | null {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  for (const encoding of marked === null ? encodings : [marked]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this encoding.
    }
  }
  return null;
}

/** A table as a file to keep; nothing on the way stores it. */
export const csvAnswer = (text: string, fileName: string): Response =>
  new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  });
