import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { formatOf, readPicture } from '#app/pictureReader.server.ts';
import type { ReadPicture } from '#app/procedures/pictures.ts';
import { bitmap } from '#fixtures/pictures.ts';

type Made = Extract<ReadPicture, { ok: true }>;

const photo = (width = 400, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: '#3a7' } });

const noise = (side: number) =>
  sharp({
    create: {
      width: side,
      height: side,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });

const read = (file: Uint8Array): Promise<ReadPicture> => {
  const format = formatOf(file);
  if (format === 'other') throw new Error('Not one of the four formats.');
  return readPicture(file, format);
};

const made = async (file: Uint8Array): Promise<Made> => {
  const answer = await read(file);
  if (!answer.ok) throw new Error(answer.problem);
  return answer;
};

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const isWebp = (bytes: Uint8Array): boolean => /^RIFF....WEBP/s.test(text(bytes));

describe('An uploaded picture', () => {
  test.each([
    ['JPEG', 'jpeg', () => photo().jpeg().toBuffer()],
    ['PNG', 'png', () => photo().png().toBuffer()],
    ['GIF', 'gif', () => photo().gif().toBuffer()],
    ['BMP', 'bmp', async () => Buffer.from(bitmap(400, 300))],
  ] as const)('in %s becomes a WebP of its size, and a small one', async (_name, format, file) => {
    const bytes = await file();
    expect(formatOf(bytes)).toBe(format);
    const { picture, thumbnail, width, height } = await made(bytes);
    expect([width, height]).toEqual([400, 300]);
    expect([isWebp(picture), isWebp(thumbnail)]).toEqual([true, true]);
  });

  test('is known by its first bytes, whatever it is called', () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    expect(formatOf(svg)).toBe('other');
    expect(formatOf(Buffer.from('%PDF-1.7'))).toBe('other');
    expect(formatOf(Buffer.from('RIFF0000WEBP'))).toBe('other');
    expect(formatOf(new Uint8Array())).toBe('other');
  });

  test('loses the place and the camera it was taken with, and keeps its orientation', async () => {
    const file = await photo(400, 300)
      .withExif({
        IFD0: { Make: 'MihonCamera' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 41/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(text(file)).toContain('Exif');
    const { picture, thumbnail, width, height } = await made(file);
    expect([width, height]).toEqual([300, 400]);
    for (const bytes of [picture, thumbnail])
      expect(text(bytes)).not.toMatch(/Exif|EXIF|MihonCamera|ICCP|XMP/);
  });

  test('printed in four colours comes out in the colours of a screen', async () => {
    const file = await photo().toColourspace('cmyk').jpeg().toBuffer();
    expect((await sharp(file).metadata()).space).toBe('cmyk');
    const { picture } = await made(file);
    expect(isWebp(picture)).toBe(true);
  });

  test('that is large is made smaller, and its small form is light however restless it is', async () => {
    const { width, height, thumbnail } = await made(await noise(2000).jpeg({ quality: 40 }).toBuffer());
    expect([width, height]).toEqual([1600, 1600]);
    expect(thumbnail.length).toBeLessThanOrEqual(25_000);
  });
});

describe('A hostile file', () => {
  test('that carries a page or an archive behind the picture leaves it behind', async () => {
    const payload = 'PK\u0003\u0004<html><script>alert(1)</script></html>';
    const { picture } = await made(Buffer.concat([await photo().jpeg().toBuffer(), Buffer.from(payload)]));
    expect(text(picture)).not.toMatch(/<html>|script/);
  });

  test('that is cut off is broken', async () => {
    for (const whole of [await noise(300).jpeg().toBuffer(), await noise(300).png().toBuffer()])
      expect(await read(whole.subarray(0, whole.length / 2))).toEqual({ ok: false, problem: 'broken' });
  });

  test('that begins like a picture and is none is broken', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(await read(Buffer.concat([png, svg]))).toMatchObject({ ok: false });
    expect(await read(Buffer.concat([Buffer.from('GIF89a'), svg]))).toMatchObject({ ok: false });
  });

  test('whose few bytes unfold to more pixels than are decoded is refused by its header', async () => {
    const bomb = await photo(11_000, 11_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await read(bomb)).toEqual({ ok: false, problem: 'too-many-pixels' });
    const strip = await photo(12_001, 2).png().toBuffer();
    expect(await read(strip)).toEqual({ ok: false, problem: 'too-many-pixels' });
    expect(await read(await photo(12_000, 2).png().toBuffer())).toMatchObject({ ok: true });
  });
});

describe('A bitmap', () => {
  const changed = (change: (view: DataView) => void): Uint8Array => {
    const file = bitmap(20, 10);
    change(new DataView(file.buffer));
    return file;
  };

  test('whose header claims more than came is broken before it is decoded', async () => {
    expect(await read(changed((view) => view.setInt32(22, 11, true)))).toEqual({
      ok: false,
      problem: 'broken',
    });
    expect(await read(changed((view) => view.setInt32(18, 6000, true)))).toEqual({
      ok: false,
      problem: 'broken',
    });
    expect(await read(changed((view) => view.setInt32(18, -20, true)))).toEqual({
      ok: false,
      problem: 'broken',
    });
    expect(await read(changed((view) => view.setUint32(46, 4_000_000_000, true)))).toMatchObject({
      ok: false,
    });
    expect(await read(bitmap(20, 10).subarray(0, 40))).toEqual({ ok: false, problem: 'broken' });
  });

  test('with run-length encoding is refused', async () => {
    const file = changed((view) => view.setUint32(30, 1, true));
    expect(await read(file)).toEqual({ ok: false, problem: 'compressed-bitmap' });
  });

  test('stored from the top is read, too', async () => {
    expect(await read(changed((view) => view.setInt32(22, -10, true)))).toMatchObject({
      ok: true,
      height: 10,
    });
  });
});
