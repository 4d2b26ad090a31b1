import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';
import { readPosting } from './postingFacts.ts';

/** The office asks for a visit (leaflet: その他、ハローワークが必要と認める場合); not sent once it has taken place. */
export const mailVisitDemanded = (tools: HandlerTools): Handler<'mail.visitDemanded'> =>
  mailHandler(tools, {
    kind: 'mail.visitDemanded',
    read: async ({ postingId }) => {
      const read = await readPosting(tools, postingId);
      if ('reason' in read) return read;
      const { state, dueDate } = read.posting;
      if (state !== 'awaiting_visit' || dueDate === null) return { reason: 'superseded' };
      return { to: read.to, facts: { ...read.facts, visitDueDate: dueDate } };
    },
  });
