import { QueuePage } from '#app/components/review/QueuePage.tsx';
import { queueAsked } from '#app/components/review/queueAsked.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { openDaysLeft } from '#app/procedures/office/openDays.ts';
import { queueText } from '#app/text/staff/review.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { reviewHolders } from '#db/queries/reviewHolders.ts';
import { nextReview, reviewQueue } from '#db/queries/reviewQueue.ts';

export const meta = pageMeta(queueText.title);

export const loader = staffRoute.loader({ permission: 'review.read' }, async (ctx) => {
  const { url, today } = ctx;
  const { state, due, q, sort, filter } = queueAsked(url);
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
