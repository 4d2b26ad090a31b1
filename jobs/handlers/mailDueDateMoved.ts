import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';
import { readPosting } from './postingFacts.ts';

/** The office's calendar has moved a 来庁期限; not sent once somebody has come, or it was moved again. */
export const mailDueDateMoved = (tools: HandlerTools): Handler<'mail.dueDateMoved'> =>
  mailHandler(tools, {
    kind: 'mail.dueDateMoved',
    read: async ({ postingId, from, to }) => {
      const read = await readPosting(tools, postingId);
      if ('reason' in read) return read;
      const { visitedOn, dueDate } = read.posting;
      if (visitedOn !== null || dueDate !== to) return { reason: 'superseded' };
      return { to: read.to, facts: { ...read.facts, formerDueDate: from, visitDueDate: to } };
    },
  });
