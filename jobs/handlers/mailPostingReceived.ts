import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';
import { readPosting } from './postingFacts.ts';

/** 仮登録 received, with the visit due date where a visit is due. */
export const mailPostingReceived = (tools: HandlerTools): Handler<'mail.postingReceived'> =>
  mailHandler(tools, {
    kind: 'mail.postingReceived',
    read: async ({ postingId }) => {
      const read = await readPosting(tools, postingId);
      if ('reason' in read) return read;
      const { posting, to, facts } = read;
      if (posting.appliedOn === null) return { reason: 'superseded' };
      const visitDueDate = posting.state === 'awaiting_visit' ? posting.dueDate : null;
      return { to, facts: { ...facts, appliedOn: posting.appliedOn, visitDueDate } };
    },
  });
