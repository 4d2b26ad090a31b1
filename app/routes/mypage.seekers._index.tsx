import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { ClosedFeature } from '#app/components/mypage/ClosedFeature.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { SeekerSearchPage } from '#app/components/seekerSearch/SeekerSearchPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { FormValues } from '#app/forms/field.ts';
import { readForm } from '#app/forms/read.ts';
import { searchKey } from '#app/forms/searchKey.ts';
import { seekerSearchForm } from '#app/forms/seekerSearch.ts';
import { seekerSearchText } from '#app/text/mypage/seekers.ts';
import { mypageFeature } from '#app/web/mypageFeature.server.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';
import { type PublicSeekerTerms, publicSeekers } from '#db/queries/publicSeekers.ts';

export const meta = pageMeta(seekerSearchText.title);

function termsOf(values: FormValues): PublicSeekerTerms {
  const folded = (name: string): string | null => searchKey(textIn(values, name) ?? '') || null;
  return {
    occupation: folded('occupation'),
    prefecture: textIn(values, 'prefecture'),
    place: folded('place'),
    experience: folded('experience'),
    licences: folded('licences'),
    employmentForm: textIn(values, 'employment_form'),
    workTime: textIn(values, 'work_time'),
    words: (textIn(values, 'words') ?? '').split(/\s+/).map(searchKey).filter(Boolean),
  };
}

export const loader = mypageRoute.loader({ permission: 'seeker.search' }, async (ctx) => {
  const { url } = ctx;
  const { closed } = await mypageFeature(ctx, await ctx.query(mypageAccess, ctx.today), 'seeker-search');
  if (closed) return { closed };
  const { values, typed, errors } = readForm(seekerSearchForm, url.searchParams);
  // A form sent with nothing in it asks for everybody; the bare address has not been asked anything yet.
  const asked = url.searchParams.size > 0 && errors.length === 0;
  if (asked) await ctx.countSearch();
  const found = asked ? await ctx.query(publicSeekers, termsOf(values), pageNumber(url)) : null;
  return { closed, page: { typed, errors, found, search: url.search } };
});

export default function SeekerSearchScreen() {
  const shown = useLoaderData<typeof loader>();
  return shown.closed === null ? (
    <SeekerSearchPage {...shown.page} />
  ) : (
    <ClosedFeature title={seekerSearchText.title} closed={shown.closed} />
  );
}
