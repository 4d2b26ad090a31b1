import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { DuplicatesPage } from '#app/components/merge/DuplicatesPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { mergeText } from '#app/text/staff/merge.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { duplicatePairs } from '#db/queries/duplicatePairs.ts';

export const meta = pageMeta(mergeText.listTitle);

export const loader = staffRoute.loader({ permission: 'establishment.compare' }, async (ctx) => ({
  found: await ctx.query(duplicatePairs, pageNumber(ctx.url)),
}));

export default function DuplicatesScreen() {
  return <DuplicatesPage {...useLoaderData<typeof loader>()} />;
}
