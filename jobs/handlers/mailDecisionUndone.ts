import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';
import { readPosting } from './postingFacts.ts';

/** 取消し: a 受理 or a 差戻し was taken back. Not sent once the posting was decided again, which has its own mail. */
export const mailDecisionUndone = (tools: HandlerTools): Handler<'mail.decisionUndone'> =>
  mailHandler(tools, {
    kind: 'mail.decisionUndone',
    read: async ({ postingId }) => {
      const read = await readPosting(tools, postingId);
      if ('reason' in read) return read;
      const waits = read.posting.state === 'under_review' || read.posting.state === 'awaiting_visit';
      return waits ? { to: read.to, facts: read.facts } : { reason: 'superseded' };
    },
  });
