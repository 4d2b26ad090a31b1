import { agesOn } from '#app/procedures/referral/support.ts';
import { imposeRestriction } from '#app/procedures/restriction/impose.ts';
import type { HandlerTools } from './handler.ts';
import { eachOf, sweep } from './sweep.ts';

/** Finds the establishments by the parameters in force, with an index; the rule then judges each. */
export const restrictionImpose = (tools: HandlerTools) =>
  sweep(tools, 'restriction.impose', ({ today, perform }) => {
    const { referrals } = tools.stores;
    const { overdueBefore: day, maxUnregistered: most } = agesOn(tools.rules(), today);
    const overdue = { day, most, today };
    return [
      eachOf<string>('establishments', {
        total: () => referrals.countOverdueEstablishments(overdue),
        find: (after, limit) => referrals.overdueEstablishments(overdue, after ?? '', limit),
        act: (establishmentId) => perform(imposeRestriction, { establishmentId }),
      }),
    ];
  });
