import { expect, test } from 'vitest';
import { pageStream } from '#app/web/pageStream.server.ts';

type Flushed = ReturnType<typeof pageStream> & { flush(): void };

const collect = (stream: Flushed): Buffer[] => {
  const pieces: Buffer[] = [];
  stream.on('data', (piece) => pieces.push(piece));
  return pieces;
};
const ended = (stream: Flushed) => new Promise((resolve) => stream.end(resolve));

test('a page loses its NUL bytes and nothing else, wherever they stand', async () => {
  const stream = pageStream() as Flushed;
  const pieces = collect(stream);
  for (const text of ['\0求人', '\0\0', 'の\0審査', '一覧\0', '']) stream.write(Buffer.from(text));
  await ended(stream);
  expect(Buffer.concat(pieces).toString()).toBe('求人の審査一覧');
});

test('a page goes out in few pieces, and in its order', async () => {
  const stream = pageStream() as Flushed;
  const pieces = collect(stream);
  const written = Array.from({ length: 100 }, (_, at) => Buffer.from(String(at).padEnd(2048, '求人')));
  for (const piece of written) stream.write(piece);
  await ended(stream);
  expect(pieces.length).toBeLessThan(written.length / 4);
  expect(Buffer.concat(pieces).equals(Buffer.concat(written))).toBe(true);
});

test('what React has flushed is not held back for more', async () => {
  const stream = pageStream() as Flushed;
  const pieces = collect(stream);
  stream.write(Buffer.from('先に見える部分'));
  stream.flush();
  await new Promise(setImmediate);
  expect(Buffer.concat(pieces).toString()).toBe('先に見える部分');
  await ended(stream);
});
