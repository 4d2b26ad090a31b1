import type { Handler, HandlerTools } from './handler.ts';
import { mailHandler } from './mail.ts';
import { readMypage } from './mypageFacts.ts';

/** 利用制限の解除 */
export const mailRestrictionReleased = (tools: HandlerTools): Handler<'mail.restrictionReleased'> =>
  mailHandler(tools, {
    kind: 'mail.restrictionReleased',
    read: async ({ restrictionId }) => {
      const restriction = await tools.stores.restrictions.find({ kind: 'all' }, restrictionId);
      if (!restriction?.released) return { reason: 'restriction-over' };
      const read = await readMypage(tools, restriction.establishmentId);
      if ('reason' in read) return read;
      return { to: read.to, facts: { ...read.facts, promisedOn: restriction.released.promisedOn } };
    },
  });
