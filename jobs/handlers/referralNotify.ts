import { overdueBefore } from '#app/domain/restriction.ts';
import { notifyMissingResult } from '#app/procedures/referral/notify.ts';
import type { NoticePlace } from '#db/stores/referrals.ts';
import type { HandlerTools } from './handler.ts';
import { eachOf, sweep } from './sweep.ts';

const beginning: NoticePlace = { id: '', referredOn: '' };

/** Finds what the rule is about by its parameter in force, with an index; the rule then judges each. */
export const referralNotify = (tools: HandlerTools) =>
  sweep(tools, 'referral.notify', ({ today, perform }) => {
    const { referrals } = tools.stores;
    const weeks = Number(tools.rules().parameter('notice/missing-result', 'noticeWeeks', today));
    const day = overdueBefore(today, weeks);
    return [
      eachOf<NoticePlace>('referrals', {
        total: () => referrals.countNotNoticed(day),
        find: (after, limit) => referrals.notNoticed(day, after ?? beginning, limit),
        act: ({ id }) => perform(notifyMissingResult, { referralId: id }),
      }),
    ];
  });
