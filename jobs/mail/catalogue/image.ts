import { decideImages } from '#app/procedures/image/decide.ts';
import { hideImage } from '#app/procedures/image/hide.ts';
import type { MailEntries } from './entry.ts';
import { sampleLinks, sampleMypage } from './samples.ts';

const images = { ...sampleMypage, link: sampleLinks.images };

/** 画像 of an establishment. */
export const imageMails: MailEntries<'mail.imagesDecided' | 'mail.imageHidden'> = {
  'mail.imagesDecided': {
    by: [decideImages],
    ruleSet: null,
    sample: { ...images, published: 3, returned: 1 },
  },
  'mail.imageHidden': { by: [hideImage], ruleSet: null, sample: images },
};
