import { searchTerms, searchText } from '#app/components/establishment/searchTerms.ts';
import { SimilarPage } from '#app/components/merge/SimilarPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { columnsOf, searchKeysOf } from '#app/procedures/establishment/support.ts';
import { mergeText } from '#app/text/staff/merge.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { duplicateEstablishments } from '#db/queries/duplicateEstablishments.ts';
import { establishmentRecord } from '#db/queries/establishmentCard.ts';
import { establishmentSearch } from '#db/queries/establishmentSearch.ts';

export const meta = pageMeta(mergeText.ofTitle);

const guard = { permission: 'establishment.compare', params: { id: recordId } } as const;

export const loader = staffRoute.loader(guard, async (ctx) => {
  const { id, name, details } = (await ctx.query(establishmentRecord, ctx.params.id)) ?? ctx.notFound();
  const q = searchText(ctx.url);
  const found =
    q === ''
      ? await ctx.query(duplicateEstablishments, columnsOf(details), searchKeysOf(details), id)
      : (await ctx.query(establishmentSearch, searchTerms(q), 1)).rows.map((row) => ({
          ...row,
          ownOffice: true,
        }));
  return {
    establishment: { id, name },
    q,
    rows: found
      .filter((row) => row.ownOffice && row.id !== id)
      .map(({ id, state, number, name, phone, address }) => ({ id, state, number, name, phone, address })),
  };
});

export default function SimilarScreen() {
  return <SimilarPage {...useLoaderData<typeof loader>()} />;
}
