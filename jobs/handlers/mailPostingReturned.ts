import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';
import { readPosting } from './postingFacts.ts';

/** 差戻し: not sent once the employer has answered it. */
export const mailPostingReturned = (tools: HandlerTools): Handler<'mail.postingReturned'> =>
  mailHandler(tools, {
    kind: 'mail.postingReturned',
    read: async ({ postingId }) => {
      const read = await readPosting(tools, postingId);
      if ('reason' in read) return read;
      if (read.posting.state !== 'returned') return { reason: 'superseded' };
      return { to: read.to, facts: { ...read.facts, visitDueDate: read.posting.dueDate } };
    },
  });
