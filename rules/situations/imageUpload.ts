import type { CalendarDate } from '#app/domain/calendar.ts';
import { defineSituation } from '#rules/situation.ts';
import { count, date, exactly } from './schema.ts';

/** One image that an establishment wants to register. */
export type ImageSituation = {
  asOf: CalendarDate;
  /** By its content, never by its name. */
  format: 'jpeg' | 'gif' | 'png' | 'bmp' | 'other';
  bytes: number;
  /** Images of the establishment that are neither rejected nor removed, this one not counted. */
  kept: number;
};

const FORMATS = { jpeg: 'JPEG', gif: 'GIF', png: 'PNG', bmp: 'BMP', other: 'ほかの形式' };

export const imageSituation = defineSituation<ImageSituation>({
  schema: exactly({
    asOf: date,
    format: { type: 'string', enum: Object.keys(FORMATS) },
    bytes: { type: 'integer', minimum: 0, maximum: 1_000_000_000 },
    kept: count,
  }),
  facts: {
    'image.format': {
      type: 'enum',
      label: '画像の形式',
      choices: FORMATS,
      origin: 'format',
      build: ({ format }) => format,
    },
    'image.bytes': {
      type: 'integer',
      label: '画像の大きさ(バイト)',
      origin: 'bytes',
      build: ({ bytes }) => bytes,
    },
    'images.kept': {
      type: 'integer',
      label: '登録されている画像の数',
      origin: 'kept',
      build: ({ kept }) => kept,
    },
  },
});
