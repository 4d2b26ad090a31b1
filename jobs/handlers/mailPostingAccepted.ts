import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';
import { readPosting } from './postingFacts.ts';

/** 受理: the posting number and until when the posting is valid. */
export const mailPostingAccepted = (tools: HandlerTools): Handler<'mail.postingAccepted'> =>
  mailHandler(tools, {
    kind: 'mail.postingAccepted',
    read: async ({ postingId }) => {
      const read = await readPosting(tools, postingId);
      if ('reason' in read) return read;
      const { number, validUntil, content } = read.posting;
      if (number === null || validUntil === null) return { reason: 'superseded' };
      const published = content.publication_scope !== '4';
      return { to: read.to, facts: { ...read.facts, number, validUntil, published } };
    },
  });
