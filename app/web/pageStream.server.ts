import { Transform } from 'node:stream';

/** Bytes that go out at once: React writes pieces of 2 KB, and each costs a turn of every stream and a system call. */
const pieceSize = 32 * 1024;

/**
 * What React writes, in larger pieces, and without the NUL bytes that React 18 leaves where a letter of several bytes
 * meets the end of its buffer: in a Japanese page they would reach values and text, and no page of ours holds any.
 */
export function pageStream(): Transform {
  let held: Buffer[] = [];
  let size = 0;
  const release = (): void => {
    if (size > 0) stream.push(Buffer.concat(held));
    held = [];
    size = 0;
  };
  const stream = new Transform({
    // Room for a whole page, so that React writes it in one go.
    writableHighWaterMark: 8 * pieceSize,
    transform: (chunk: Buffer, _encoding, done) => {
      const piece = withoutNulBytes(chunk);
      held.push(piece);
      size += piece.length;
      if (size >= pieceSize) release();
      done();
    },
    flush: (done) => {
      release();
      done();
    },
  });
  // React calls it wherever the reader should have everything up to here.
  return Object.assign(stream, { flush: release });
}

function withoutNulBytes(chunk: Buffer): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = chunk.indexOf(0); at !== -1; at = chunk.indexOf(0, from)) {
    parts.push(chunk.subarray(from, at));
    from = at + 1;
  }
  return parts.length === 0 ? chunk : Buffer.concat([...parts, chunk.subarray(from)]);
}
