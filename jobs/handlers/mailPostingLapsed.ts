import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';
import { readPosting } from './postingFacts.ts';

/** 失効; not sent where the counter has registered the visit meanwhile. */
export const mailPostingLapsed = (tools: HandlerTools): Handler<'mail.postingLapsed'> =>
  mailHandler(tools, {
    kind: 'mail.postingLapsed',
    read: async ({ postingId }) => {
      const read = await readPosting(tools, postingId);
      if ('reason' in read) return read;
      const { state, dueDate } = read.posting;
      if (state !== 'lapsed' || dueDate === null) return { reason: 'superseded' };
      return { to: read.to, facts: { ...read.facts, visitDueDate: dueDate } };
    },
  });
