import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { DonePage } from '#app/components/queue/DonePage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { doneText } from '#app/text/staff/queue.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { answeredChanges } from '#db/queries/answeredChanges.ts';

export const meta = pageMeta(doneText.title);

export const loader = staffRoute.loader({ permission: 'review.read' }, async (ctx) => {
  const tab = ctx.url.searchParams.get('state') === 'returned' ? 'returned' : 'ended';
  return { tab, done: await ctx.query(answeredChanges, { tab, page: pageNumber(ctx.url) }) } as const;
});

export default function DoneScreen() {
  return <DonePage {...useLoaderData<typeof loader>()} />;
}
