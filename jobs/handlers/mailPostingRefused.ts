import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';
import { readPosting } from './postingFacts.ts';

/** 不受理, once a supervisor has confirmed it. The ground is read in the MyPage, not in the mail. */
export const mailPostingRefused = (tools: HandlerTools): Handler<'mail.postingRefused'> =>
  mailHandler(tools, {
    kind: 'mail.postingRefused',
    read: async ({ postingId }) => {
      const read = await readPosting(tools, postingId);
      if ('reason' in read) return read;
      return read.posting.state === 'refused' ? read : { reason: 'superseded' };
    },
  });
