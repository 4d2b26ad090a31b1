import { actorId } from '#app/domain/actor.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { imageReturnReasons, imageTextLengths } from '#app/forms/image.ts';
import { defineProcedure } from '../procedure.ts';
import { object, optionalText, recordId, version } from '../schemas.ts';
import { loadImage, type ShownImage } from './support.ts';

type Input = ShownImage & {
  /** Codes of app/forms/image.ts. */
  reasons: readonly string[];
  message: string | null;
};

/**
 * 表示不可: a published image is shown to nobody but its employer and the office any more, and its place is free. The
 * employer reads why.
 */
export const hideImage = defineProcedure<Input, { establishmentId: string }>({
  name: 'image.hide',
  permission: 'image.decide',
  input: object({
    imageId: recordId,
    version,
    reasons: {
      type: 'array',
      maxItems: imageReturnReasons.length,
      items: { type: 'string', enum: imageReturnReasons.map(({ value }) => value) },
    },
    message: optionalText(imageTextLengths.message),
  }),
  audit: 'image.hidden',

  async run(context, { reasons, message, ...shown }) {
    const { actor, stores, now, newId, record, enqueue } = context;
    const image = await loadImage(context, shown, 'hide');
    if (reasons.length === 0 && message === null)
      return refuse('fields-wrong', { fields: [{ field: 'reasons', code: 'required' }] });
    const decision = { id: newId(), by: actorId(actor), at: now, reasons, message };
    await stores.images.update({ ...image, state: 'hidden', slot: null, decision });
    record({ subject: { type: 'image', id: image.id }, detail: { reasons }, personal: { message } });
    record({
      subject: { type: 'establishment', id: image.establishmentId },
      detail: { image: image.id, reasons },
    });
    enqueue({
      kind: 'mail.imageHidden',
      payload: { imageId: image.id, decisionId: decision.id },
      dedupe: `imageHidden:${decision.id}`,
    });
    return done({ establishmentId: image.establishmentId });
  },
});
