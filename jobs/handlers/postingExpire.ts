import { expirePosting } from '#app/procedures/posting/expire.ts';
import type { DatedPosting } from '#db/stores/postings.ts';
import type { HandlerTools } from './handler.ts';
import { eachOf, sweep } from './sweep.ts';

/** Valid postings past their 有効期限, by its day. */
export const postingExpire = (tools: HandlerTools) =>
  sweep(tools, 'posting.expire', ({ today, perform }) => {
    const { postings } = tools.stores;
    return [
      eachOf<DatedPosting>('postings', {
        total: () => postings.countEndedBefore(today),
        find: (after, limit) => postings.endedBefore(today, after, limit),
        act: ({ id, version }) => perform(expirePosting, { postingId: id, version }),
      }),
    ];
  });
