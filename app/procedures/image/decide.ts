import { actorId } from '#app/domain/actor.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { imageReturnReasons, imageTextLengths } from '#app/forms/image.ts';
import { Conflict, defineProcedure } from '../procedure.ts';
import { object, optionalText, recordId, version } from '../schemas.ts';
import { establishmentOf, loadImage, type ShownImage } from './support.ts';

export type ImageVote = ShownImage & {
  publish: boolean;
  /** Codes of app/forms/image.ts; empty when it is published. */
  reasons: readonly string[];
  message: string | null;
};

type Input = { establishmentId: string; decisions: readonly ImageVote[] };

/**
 * 画像の審査: one decision over the images of an establishment that were shown, and one mail about it (leaflet:
 * ハローワークで確認後に公開します). An image that came meanwhile is not part of it and goes on waiting.
 */
export const decideImages = defineProcedure<Input, { published: number; returned: number }>({
  name: 'image.decide',
  permission: 'image.decide',
  input: object({
    establishmentId: recordId,
    decisions: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: object({
        imageId: recordId,
        version,
        publish: { type: 'boolean' },
        reasons: {
          type: 'array',
          maxItems: 20,
          items: { type: 'string', enum: imageReturnReasons.map(({ value }) => value) },
        },
        message: optionalText(imageTextLengths.message),
      }),
    },
  }),
  audit: 'image.decided',

  async run(context, { establishmentId, decisions }) {
    const { actor, stores, now, newId, record, enqueue } = context;
    const establishment = await establishmentOf(context, establishmentId);
    const silent = decisions.filter(
      ({ publish, reasons, message }) => !publish && reasons.length === 0 && message === null,
    );
    if (silent.length > 0)
      return refuse('fields-wrong', {
        fields: silent.map(({ imageId }) => ({ field: `reasons:${imageId}`, code: 'required' })),
      });

    const decisionId = newId();
    for (const { publish, reasons, message, ...shown } of decisions) {
      const image = await loadImage(context, shown, publish ? 'publish' : 'return');
      if (image.establishmentId !== establishment.id) throw new Conflict({ type: 'image', id: image.id });
      const decision = {
        id: decisionId,
        by: actorId(actor),
        at: now,
        reasons: publish ? [] : reasons,
        message: publish ? null : message,
      };
      const state = publish ? ('published' as const) : ('returned' as const);
      await stores.images.update({ ...image, state, slot: publish ? image.slot : null, decision });
      record({
        subject: { type: 'image', id: image.id },
        detail: { decisionId, state, reasons: decision.reasons },
        personal: { message: decision.message },
      });
    }
    // Those that come later are new work, and nobody's yet.
    if ((await stores.images.of(establishment.id)).every(({ state }) => state !== 'waiting'))
      await stores.reviewAssignments.remove({ type: 'images', id: establishment.id });
    const published = decisions.filter(({ publish }) => publish).length;
    const returned = decisions.length - published;
    record({
      subject: { type: 'establishment', id: establishment.id },
      detail: { decisionId, published, returned },
    });
    enqueue({
      kind: 'mail.imagesDecided',
      payload: { establishmentId: establishment.id, decisionId },
      dedupe: `imagesDecided:${decisionId}`,
    });
    return done({ published, returned });
  },
});
