import type { Handler, HandlerTools } from './handler.ts';
import { readImageOwner } from './imageFacts.ts';
import { mailHandler } from './mail.ts';

/** 表示不可 of one image, unless it was taken down before the mail went out. */
export const mailImageHidden = (tools: HandlerTools): Handler<'mail.imageHidden'> =>
  mailHandler(tools, {
    kind: 'mail.imageHidden',
    read: async ({ imageId, decisionId }) => {
      const image = await tools.stores.images.find({ kind: 'all' }, imageId);
      if (image?.state !== 'hidden' || image.decision?.id !== decisionId) return { reason: 'images-gone' };
      return readImageOwner(tools, image.establishmentId);
    },
  });
