import { pageNumber, searchTerms, searchText } from '#app/components/establishment/searchTerms.ts';
import { SeekersPage } from '#app/components/seeker/SeekersPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { seekersText } from '#app/text/staff/seekers.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { seekerSearch } from '#db/queries/seekerSearch.ts';

export const meta = pageMeta(seekersText.title);

export const loader = staffRoute.loader({ permission: 'seeker.read' }, async (ctx) => {
  const q = searchText(ctx.url);
  const { key, digits } = searchTerms(q);
  return {
    q,
    found: await ctx.query(seekerSearch, { key, digits }, pageNumber(ctx.url)),
    mayEdit: ctx.may('seeker.edit'),
  };
});

export default function SeekersScreen() {
  return <SeekersPage {...useLoaderData<typeof loader>()} />;
}
