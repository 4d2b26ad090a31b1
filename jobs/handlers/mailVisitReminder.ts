import { awaitsVisit } from '#app/domain/posting.ts';
import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';
import { readPosting } from './postingFacts.ts';

/** 来庁期限のお知らせ; not sent once somebody has come, the posting was decided or ended, or its due date was moved. */
export const mailVisitReminder = (tools: HandlerTools): Handler<'mail.visitReminder'> =>
  mailHandler(tools, {
    kind: 'mail.visitReminder',
    read: async ({ postingId, dueDate }) => {
      const read = await readPosting(tools, postingId);
      if ('reason' in read) return read;
      if (!awaitsVisit(read.posting) || read.posting.dueDate !== dueDate) return { reason: 'superseded' };
      return {
        to: read.to,
        facts: { ...read.facts, visitDueDate: dueDate, returned: read.posting.state === 'returned' },
      };
    },
  });
