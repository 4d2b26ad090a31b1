import { businessDate } from '#app/domain/clock.ts';
import { agesOn } from '#app/procedures/referral/support.ts';
import { imposeRestriction } from '#app/procedures/restriction/impose.ts';
import type { Handler, HandlerTools } from './handler.ts';

const batch = 200;

/**
 * Finds the establishments by the parameters in force, with an index; the rule then judges each. Each restriction is
 * a transaction of its own: killed half way, the next run does the rest.
 */
export const restrictionImpose = ({
  perform,
  stores,
  rules,
}: HandlerTools): Handler<'restriction.impose'> => ({
  run: async (_payload, job, now) => {
    const today = businessDate(new Date(now));
    const { overdueBefore: day, maxUnregistered: most } = agesOn(rules(), today);
    for (let after = ''; ; ) {
      const found = await stores.referrals.overdueEstablishments({ day, most, today }, after, batch);
      for (const establishmentId of found)
        await perform(
          imposeRestriction,
          { kind: 'system', job: 'restriction.impose' },
          { establishmentId },
          { requestId: job.id },
        );
      if (found.length < batch) return { state: 'done' };
      after = found.at(-1) ?? '';
    }
  },
});
