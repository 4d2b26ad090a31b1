import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, recordId, version } from '../schemas.ts';
import { loadImage, type ShownImage } from './support.ts';

/** 取下げ: the image is shown nowhere any more and its place is free. Open even where registering is closed. */
export const removeImage = defineProcedure<ShownImage, Record<string, never>>({
  name: 'image.remove',
  permission: 'image.remove',
  input: object({ imageId: recordId, version }),
  audit: 'image.removed',

  async run(context, shown) {
    const image = await loadImage(context, shown, 'remove');
    await context.stores.images.update({ ...image, state: 'removed', slot: null });
    context.record({ subject: { type: 'image', id: image.id }, detail: { from: image.state } });
    context.record({
      subject: { type: 'establishment', id: image.establishmentId },
      detail: { image: image.id },
    });
    return done({});
  },
});
