import { SearchPage } from '#app/components/establishment/SearchPage.tsx';
import { pageNumber, searchTerms, searchText as textOf } from '#app/components/establishment/searchTerms.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { searchText } from '#app/text/staff/establishment.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { keptEstablishment } from '#db/queries/establishmentMerges.ts';
import { establishmentSearch } from '#db/queries/establishmentSearch.ts';
import { establishmentsElsewhere } from '#db/queries/establishmentsElsewhere.ts';

export const meta = pageMeta(searchText.title);

export const loader = staffRoute.loader({ permission: 'establishment.read' }, async (ctx) => {
  const q = textOf(ctx.url);
  const terms = searchTerms(q);
  const found = await ctx.query(establishmentSearch, terms, pageNumber(ctx.url));
  const [first] = found.rows;
  // A whole 事業所番号 names one establishment: nothing is left to choose.
  if (first && terms.number !== null && first.number === terms.number)
    return ctx.redirect(paths.staff.establishment(await ctx.query(keptEstablishment, first.id)));
  return {
    q,
    terms,
    found,
    elsewhere: await ctx.query(establishmentsElsewhere, {
      number: terms.number,
      corporateNumber: terms.digits?.length === 13 ? terms.digits : null,
    }),
    registers: ctx.may('establishment.register'),
    compares: ctx.may('establishment.compare'),
  };
});

export default function EstablishmentsPage() {
  return <SearchPage {...useLoaderData<typeof loader>()} />;
}
