import { businessDate } from '#app/domain/clock.ts';
import { overdueBefore } from '#app/domain/restriction.ts';
import { notifyMissingResult } from '#app/procedures/referral/notify.ts';
import type { Handler, HandlerTools } from './handler.ts';

const batch = 200;

/**
 * Finds what the rule is about by its parameter in force, with an index; the rule then judges each. Each notice is a
 * transaction of its own: killed half way, the next run does the rest.
 */
export const referralNotify = ({ perform, stores, rules }: HandlerTools): Handler<'referral.notify'> => ({
  run: async (_payload, job, now) => {
    const today = businessDate(new Date(now));
    const weeks = Number(rules().parameter('notice/missing-result', 'noticeWeeks', today));
    for (let after = { id: '', referredOn: '' }; ; ) {
      const found = await stores.referrals.notNoticed(overdueBefore(today, weeks), after, batch);
      for (const { id: referralId } of found)
        await perform(
          notifyMissingResult,
          { kind: 'system', job: 'referral.notify' },
          { referralId },
          { requestId: job.id },
        );
      if (found.length < batch) return { state: 'done' };
      after = found.at(-1) ?? after;
    }
  },
});
