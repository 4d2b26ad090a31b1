import { decode } from 'bmp-ts';
import sharp, { type Sharp } from 'sharp';
import type { ImageFormat, ImageProblem } from './domain/image.ts';
import type { ReadPicture } from './procedures/pictures.ts';

/**
 * Reads pictures of strangers. Every picture is decoded and encoded anew, so that nothing of the file's own bytes
 * (metadata, places, appended archives or pages) is ever served. The one output is WebP: every browser of today shows
 * it, it has transparency, and a photograph takes about a third less than as JPEG.
 */

/** Whatever is not named here is never parsed: no SVG, PDF, HEIF, TIFF. */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadNsgif'] });
sharp.cache(false);
sharp.concurrency(1);

/** Of what is decoded at all; a small file can claim any size. */
const mostPixels = 40_000_000;
const longestSide = 12_000;
const secondsToDecode = 20;

/** Of what is kept. */
const pictureSide = 1600;
const pictureQuality = 82;

/** A list of pictures must stay light: the first that is not heavier than this many bytes is taken. */
const heaviestThumbnail = 25_000;
const thumbnails = [
  { side: 320, quality: 75 },
  { side: 320, quality: 55 },
  { side: 320, quality: 30 },
  { side: 240, quality: 25 },
  { side: 160, quality: 15 },
] as const;

const starts: readonly { format: ImageFormat; bytes: readonly number[] }[] = [
  { format: 'jpeg', bytes: [0xff, 0xd8, 0xff] },
  { format: 'png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { format: 'gif', bytes: [0x47, 0x49, 0x46, 0x38, 0x37, 0x61] },
  { format: 'gif', bytes: [0x47, 0x49, 0x46, 0x38, 0x39, 0x61] },
  { format: 'bmp', bytes: [0x42, 0x4d] },
];

/** What a file is by its first bytes. */
export const formatOf = (file: Uint8Array): ImageFormat | 'other' =>
  starts.find(({ bytes }) => bytes.every((byte, index) => file[index] === byte))?.format ?? 'other';

class Unreadable extends Error {
  readonly problem: ImageProblem;
  constructor(problem: ImageProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** Decodes an uploaded file of a known format; a broken one is an answer, not an error. */
export async function readPicture(file: Uint8Array, format: ImageFormat): Promise<ReadPicture> {
  try {
    const source = await (format === 'bmp' ? bitmapOf(file) : decoderOf(file, format));
    const { data, info } = await source
      .resize({ width: pictureSide, height: pictureSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const pixels = () => sharp(data, { raw: { width, height, channels } });
    const picture = new Uint8Array(await pixels().webp({ quality: pictureQuality }).toBuffer());
    return { ok: true, picture, thumbnail: await thumbnailOf(pixels), width, height };
  } catch (error) {
    return { ok: false, problem: error instanceof Unreadable ? error.problem : 'broken' };
  }
}

function refuseTooLarge(width: number, height: number): void {
  if (width < 1 || height < 1) throw new Unreadable('broken');
  if (width > longestSide || height > longestSide || width * height > mostPixels)
    throw new Unreadable('too-many-pixels');
}

/** JPEG, PNG, or the first frame of a GIF, turned as its orientation says. */
async function decoderOf(file: Uint8Array, format: ImageFormat): Promise<Sharp> {
  const options = { limitInputPixels: mostPixels, failOn: 'truncated', pages: 1 } as const;
  const found = await sharp(file, { ...options, limitInputPixels: false }).metadata();
  if (found.format !== format) throw new Unreadable('not-what-it-says');
  refuseTooLarge(found.width, found.height);
  return sharp(file, options).timeout({ seconds: secondsToDecode }).autoOrient();
}

const headerSizes = [40, 52, 56, 108, 124];
const depths = [1, 4, 8, 16, 24, 32];
const headerEnd = 54;
const plain = 0;
const bitFields = 3;
const mostColours = 256;

/**
 * A Windows bitmap, uncompressed. The size in the header is held against the bytes that came before anything is
 * decoded: the decoder believes the header. Run-length encoding is refused, because its output has no such bound.
 */
function bitmapOf(file: Uint8Array): Sharp {
  if (file.length < headerEnd) throw new Unreadable('broken');
  const header = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const start = header.getUint32(10, true);
  const headerSize = header.getUint32(14, true);
  const width = header.getInt32(18, true);
  const height = Math.abs(header.getInt32(22, true));
  const depth = header.getUint16(28, true);
  const compression = header.getUint32(30, true);
  const colours = header.getUint32(46, true);
  if (compression === 1 || compression === 2) throw new Unreadable('compressed-bitmap');
  if (
    !headerSizes.includes(headerSize) ||
    !depths.includes(depth) ||
    (compression !== plain && (compression !== bitFields || depth < 16)) ||
    colours > mostColours
  )
    throw new Unreadable('broken');
  refuseTooLarge(width, height);
  const rowBytes = Math.ceil((width * depth) / 32) * 4;
  if (start < 14 + headerSize || start + rowBytes * height > file.length) throw new Unreadable('broken');

  const { data } = decode(Buffer.from(file.buffer, file.byteOffset, file.byteLength), { toRGBA: true });
  // A bitmap is opaque, and what it keeps in the fourth byte is usually zero.
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return sharp(data, { raw: { width, height, channels: 4 } });
}

async function thumbnailOf(pixels: () => Sharp): Promise<Uint8Array> {
  let made = new Uint8Array();
  for (const { side, quality } of thumbnails) {
    const small = pixels().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
    made = new Uint8Array(await small.webp({ quality }).toBuffer());
    if (made.length <= heaviestThumbnail) break;
  }
  return made;
}
