import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';
import { readMypage } from './mypageFacts.ts';

/** 利用制限; not sent once it is lifted. */
export const mailRestricted = (tools: HandlerTools): Handler<'mail.restricted'> =>
  mailHandler(tools, {
    kind: 'mail.restricted',
    read: async ({ restrictionId }) => {
      const { stores } = tools;
      const restriction = await stores.restrictions.find({ kind: 'all' }, restrictionId);
      if (!restriction || restriction.released) return { reason: 'restriction-over' };
      const read = await readMypage(tools, restriction.establishmentId);
      if ('reason' in read) return read;
      const stored =
        restriction.verdictId === null ? undefined : await stores.verdicts.find(restriction.verdictId);
      const reasons = stored?.verdict.reasons.map(({ message }) => message) ?? [];
      return { to: read.to, facts: { ...read.facts, reasons } };
    },
  });
