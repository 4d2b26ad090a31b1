import type { Establishment } from '#app/domain/establishment.ts';
import { type Image, type ImageEvent, imageCan } from '#app/domain/image.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { refuseIfClosed } from '../account/access.ts';
import { Conflict, notFoundUnless, type ProcedureContext } from '../procedure.ts';

type Context = Pick<ProcedureContext, 'actor' | 'scope' | 'stores' | 'rules' | 'today'>;

/** The image as it was shown: which, and at which version. */
export type ShownImage = { imageId: string; version: number };

/** The image within the actor's reach, still at the version that was shown. */
export async function loadImage(
  { scope, stores }: Pick<Context, 'scope' | 'stores'>,
  shown: ShownImage,
  event: ImageEvent,
): Promise<Image> {
  const image = notFoundUnless(await stores.images.find(scope, shown.imageId));
  if (image.version !== shown.version || !imageCan(event, image.state))
    throw new Conflict({ type: 'image', id: image.id });
  return image;
}

export const establishmentOf = async (
  { scope, stores }: Pick<Context, 'scope' | 'stores'>,
  id: string,
): Promise<Establishment> => notFoundUnless(await stores.establishments.find(scope, id));

/** An employer whose feature is closed is refused; the office acts for an employer whatever is closed to them. */
export const refuseIfImagesClosed = async (context: Context, officeId: string): Promise<Refusal | null> =>
  context.actor.kind === 'employer' ? refuseIfClosed(context, 'images', officeId) : null;
