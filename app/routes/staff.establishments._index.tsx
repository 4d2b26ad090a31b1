import { SearchPage } from '#app/components/establishment/SearchPage.tsx';
import { pageNumber, searchTerms, searchText as textOf } from '#app/components/establishment/searchTerms.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { searchText } from '#app/text/staff/establishment.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { establishmentSearch } from '#db/queries/establishmentSearch.ts';

export const meta = pageMeta(searchText.title);

export const loader = staffRoute.loader({ permission: 'establishment.read' }, async (ctx) => {
  const q = textOf(ctx.url);
  const terms = searchTerms(q);
  return {
    q,
    terms,
    found: await ctx.query(establishmentSearch, terms, pageNumber(ctx.url)),
    registers: ctx.may('establishment.register'),
  };
});

export default function EstablishmentsPage() {
  return <SearchPage {...useLoaderData<typeof loader>()} />;
}
