import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';
import { readPosting } from './postingFacts.ts';

/** 有効期限のお知らせ; not sent once the posting has ended or its validity was extended. */
export const mailValidityEnds = (tools: HandlerTools): Handler<'mail.validityEnds'> =>
  mailHandler(tools, {
    kind: 'mail.validityEnds',
    read: async ({ postingId, validUntil }) => {
      const read = await readPosting(tools, postingId);
      if ('reason' in read) return read;
      const { state, number } = read.posting;
      if (state !== 'valid' || number === null || read.posting.validUntil !== validUntil)
        return { reason: 'superseded' };
      return { to: read.to, facts: { ...read.facts, number, validUntil } };
    },
  });
