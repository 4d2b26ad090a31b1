import { lapsePosting } from '#app/procedures/posting/lapse.ts';
import type { DatedPosting } from '#db/stores/postings.ts';
import type { HandlerTools } from './handler.ts';
import { eachOf, sweep } from './sweep.ts';

/** Postings past their 来庁期限 that nobody has come for, by its day. */
export const postingLapse = (tools: HandlerTools) =>
  sweep(tools, 'posting.lapse', ({ today, perform }) => {
    const { postings } = tools.stores;
    return [
      eachOf<DatedPosting>('postings', {
        total: () => postings.countDueBefore(today),
        find: (after, limit) => postings.dueBefore(today, after, limit),
        act: ({ id, version }) => perform(lapsePosting, { postingId: id, version }),
      }),
    ];
  });
