import { announceEnd } from '#app/procedures/posting/announceEnd.ts';
import { lastDueToRemind, lastEndToAnnounce } from '#app/procedures/posting/deadlineDays.ts';
import { remindVisit } from '#app/procedures/posting/remindVisit.ts';
import type { Dated } from '#db/stores/keyset.ts';
import type { HandlerTools } from './handler.ts';
import { eachOf, type SweepPart, sweep } from './sweep.ts';

/** Office by office, because each has its own open days: first the 来庁期限, then the 有効期限. */
export const postingRemind = (tools: HandlerTools) =>
  sweep(tools, 'posting.remind', async ({ today, perform }) => {
    const { offices, deadlineNotices: notices } = tools.stores;
    const ends = { from: today, to: lastEndToAnnounce(tools.rules(), today) };
    const parts: SweepPart[] = [];
    for (const { id } of await offices.all()) {
      const visits = { from: today, to: lastDueToRemind(tools.rules(), await offices.daysOf(id), today) };
      parts.push(
        eachOf<Dated>(`${id}:visits`, {
          total: () => notices.countVisitsToRemind(id, visits),
          find: (after, limit) => notices.visitsToRemind(id, visits, after, limit),
          act: (posting) => perform(remindVisit, { postingId: posting.id }),
        }),
        eachOf<Dated>(`${id}:ends`, {
          total: () => notices.countEndsToAnnounce(id, ends),
          find: (after, limit) => notices.endsToAnnounce(id, ends, after, limit),
          act: (posting) => perform(announceEnd, { postingId: posting.id }),
        }),
      );
    }
    return parts;
  });
