import { pageNumber, searchTerms, searchText } from '#app/components/establishment/searchTerms.ts';
import { QueuePage } from '#app/components/review/QueuePage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { openDaysLeft } from '#app/procedures/office/openDays.ts';
import { queueText } from '#app/text/staff/review.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { reviewHolders } from '#db/queries/reviewHolders.ts';
import {
  nextReview,
  type QueueSort,
  type QueueState,
  queueSorts,
  reviewQueue,
} from '#db/queries/reviewQueue.ts';

export const meta = pageMeta(queueText.title);

const states: readonly QueueState[] = ['under_review', 'awaiting_visit', 'refusal_proposed'];
const dues = ['today', 'overdue', 'ahead'] as const;

/** A word of the address, where it is one of ours. */
const wordOf = <Word extends string>(url: URL, name: string, words: readonly Word[]): Word | null =>
  words.find((word) => word === url.searchParams.get(name)) ?? null;

/** `?sort=due`, the other way round `?sort=-due`. */
function sortOf(url: URL): QueueSort | null {
  const text = url.searchParams.get('sort') ?? '';
  const down = text.startsWith('-');
  const by = queueSorts.find((one) => one === text.slice(down ? 1 : 0));
  return by === undefined ? null : { by, down };
}

export const loader = staffRoute.loader({ permission: 'review.read' }, async (ctx) => {
  const { url, today } = ctx;
  const state = wordOf(url, 'state', states);
  const due = wordOf(url, 'due', dues);
  const q = searchText(url);
  const { key, digits } = searchTerms(q);
  const search = q === '' ? null : { key: key ?? q, text: q, digits };
  const sort = sortOf(url);
  const filter = { state, due, search, page: pageNumber(url), ...(sort === null ? {} : { sort }) };
  const queue = await ctx.query(reviewQueue, filter, today);
  const settling = state === 'refusal_proposed' && ctx.may('posting.settleRefusal');
  return {
    search: url.search,
    state: state ?? ('all' as const),
    due: due ?? ('all' as const),
    q,
    sort,
    queue,
    holders: await ctx.query(
      reviewHolders,
      queue.rows.map(({ id }) => id),
      ctx.now,
    ),
    next: await ctx.query(nextReview, ctx.now, settling ? { state } : {}),
    today,
    openDays: openDaysLeft(
      await ctx.query(officeDays),
      today,
      queue.rows.map(({ dueDate }) => dueDate),
    ),
  };
});

export default function QueueScreen() {
  return <QueuePage {...useLoaderData<typeof loader>()} />;
}
