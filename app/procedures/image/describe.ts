import { type ImagePurpose, imagePurposes } from '#app/domain/image.ts';
import { done } from '#app/domain/refusal.ts';
import { imageTextLengths } from '#app/forms/image.ts';
import { defineProcedure } from '../procedure.ts';
import { object, optionalText, recordId, version } from '../schemas.ts';
import { loadImage, refuseIfImagesClosed, type ShownImage } from './support.ts';

type Input = ShownImage & { purpose: ImagePurpose; caption: string | null; alt: string | null };

/** 画像の説明: the words are published like the picture, so a published image waits for the office again. */
export const describeImage = defineProcedure<Input, Record<string, never>>({
  name: 'image.describe',
  permission: 'image.upload',
  input: object({
    imageId: recordId,
    version,
    purpose: { type: 'string', enum: [...imagePurposes] },
    caption: optionalText(imageTextLengths.caption),
    alt: optionalText(imageTextLengths.alt),
  }),
  audit: 'image.described',

  async run(context, { purpose, caption, alt, ...shown }) {
    const image = await loadImage(context, shown, 'describe');
    const closed = await refuseIfImagesClosed(context, image.officeId);
    if (closed) return closed;
    await context.stores.images.update({ ...image, state: 'waiting', decision: null, purpose, caption, alt });
    context.record({
      subject: { type: 'image', id: image.id },
      detail: { from: image.state, purpose },
      personal: { caption, alt },
    });
    return done({});
  },
});
