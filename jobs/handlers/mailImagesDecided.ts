import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';

/** One mail for all images that were decided together; reasons and pictures are read in the MyPage. */
export const mailImagesDecided = (tools: HandlerTools): Handler<'mail.imagesDecided'> =>
  mailHandler(tools, {
    kind: 'mail.imagesDecided',
    read: async ({ establishmentId, decisionId }) => {
      const { stores, links } = tools;
      const images = await stores.images.decidedIn(decisionId);
      const establishment = await stores.establishments.find({ kind: 'all' }, establishmentId);
      const office = establishment && (await stores.offices.find(establishment.officeId));
      if (images.length === 0 || !establishment || !office) return { reason: 'images-gone' };
      const accounts = await stores.accounts.ofEstablishment(establishmentId);
      const account = accounts.find(({ state }) => state === 'active');
      if (!account) return { reason: 'no-recipient' };
      return {
        to: account.email,
        facts: {
          establishmentName: establishment.name,
          office: { name: office.name, phone: office.phone },
          published: images.filter(({ state }) => state === 'published').length,
          returned: images.filter(({ state }) => state === 'returned').length,
          link: links.images,
        },
      };
    },
  });
