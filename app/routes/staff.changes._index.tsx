import { ChangesPage, type ChangeTab } from '#app/components/change/ChangesPage.tsx';
import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { changesText } from '#app/text/staff/changes.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { changeQueue } from '#db/queries/changeQueue.ts';

export const meta = pageMeta(changesText.title);

const tabOf = (word: string | null): ChangeTab =>
  word === 'returned' || word === 'ended' ? word : 'submitted';

export const loader = staffRoute.loader({ permission: 'review.read' }, async (ctx) => {
  const tab = tabOf(ctx.url.searchParams.get('state'));
  return { tab, queue: await ctx.query(changeQueue, { tab, page: pageNumber(ctx.url) }) };
});

export default function ChangesScreen() {
  return <ChangesPage {...useLoaderData<typeof loader>()} />;
}
