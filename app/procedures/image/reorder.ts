import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId, version } from '../schemas.ts';
import { refuseIfImagesClosed, type ShownImage } from './support.ts';

type Input = ShownImage & { direction: 'up' | 'down' };

/** 並べ替え: the image changes places with its neighbour; the first cannot go up, and nothing happens then. */
export const reorderImage = defineProcedure<Input, Record<string, never>>({
  name: 'image.reorder',
  permission: 'image.upload',
  input: object({ imageId: recordId, version, direction: { type: 'string', enum: ['up', 'down'] } }),
  audit: 'image.reordered',

  async run(context, { imageId, version: shown, direction }) {
    const { scope, stores, record } = context;
    const image = notFoundUnless(await stores.images.find(scope, imageId));
    if (image.version !== shown || image.state === 'removed')
      throw new Conflict({ type: 'image', id: image.id });
    const closed = await refuseIfImagesClosed(context, image.officeId);
    if (closed) return closed;
    const images = await stores.images.lockOf(image.establishmentId);
    const at = images.findIndex(({ id }) => id === image.id);
    const neighbour = images[direction === 'up' ? at - 1 : at + 1];
    if (neighbour !== undefined) {
      await stores.images.update({ ...image, position: neighbour.position });
      await stores.images.update({ ...neighbour, position: image.position });
    }
    record({ subject: { type: 'image', id: image.id }, detail: { direction } });
    return done({});
  },
});
