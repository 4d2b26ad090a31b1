import type { Handler, HandlerTools } from './handler.ts';
import { readImageOwner } from './imageFacts.ts';
import { mailHandler } from './mail.ts';

/** One mail for all images that were decided together; reasons and pictures are read in the MyPage. */
export const mailImagesDecided = (tools: HandlerTools): Handler<'mail.imagesDecided'> =>
  mailHandler(tools, {
    kind: 'mail.imagesDecided',
    read: async ({ establishmentId, decisionId }) => {
      const images = await tools.stores.images.decidedIn(decisionId);
      if (images.length === 0) return { reason: 'images-gone' };
      const owner = await readImageOwner(tools, establishmentId);
      if ('reason' in owner) return owner;
      return {
        to: owner.to,
        facts: {
          ...owner.facts,
          published: images.filter(({ state }) => state === 'published').length,
          returned: images.filter(({ state }) => state === 'returned').length,
        },
      };
    },
  });
