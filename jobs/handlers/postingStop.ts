import { stopPosting } from '#app/procedures/posting/stop.ts';
import type { DueStop } from '#db/stores/changeRequests.ts';
import type { HandlerTools } from './handler.ts';
import { eachOf, sweep } from './sweep.ts';

/** Valid postings whose accepted 募集停止 has come, by their requests. */
export const postingStop = (tools: HandlerTools) =>
  sweep(tools, 'posting.stop', ({ today, perform }) => {
    const { changeRequests } = tools.stores;
    return [
      eachOf<DueStop>('stops', {
        total: () => changeRequests.countDueStops(today),
        find: (after, limit) => changeRequests.dueStops(today, after, limit),
        act: (stop) => perform(stopPosting, stop),
      }),
    ];
  });
