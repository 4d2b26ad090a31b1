import { ApplicantsPage } from '#app/components/applicant/ApplicantsPage.tsx';
import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { ClosedFeature } from '#app/components/mypage/ClosedFeature.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { agesOn } from '#app/procedures/referral/support.ts';
import { applicantsText } from '#app/text/mypage/applicants.ts';
import { mypageFeature } from '#app/web/mypageFeature.server.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { applicants, missingResults, postingsOfApplicants } from '#db/queries/applicants.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';

export const meta = pageMeta(applicantsText.title);

export const loader = mypageRoute.loader({ permission: 'referral.readOwn' }, async (ctx) => {
  const { url, today } = ctx;
  const { office, closed } = await mypageFeature(ctx, await ctx.query(mypageAccess, ctx.today), 'applicants');
  if (closed) return { closed };
  const state = url.searchParams.get('state') === 'registered' ? 'registered' : 'unregistered';
  const postingId = recordId(url.searchParams.get('posting') ?? undefined);
  const ages = agesOn(ctx.rules, today);
  const list = await ctx.query(applicants, { state, postingId, today }, pageNumber(url));
  if (list.rows.length > 0) await ctx.viewed('applicant.list', ctx.actor.establishmentId ?? '', office.id);
  return {
    closed,
    page: {
      state,
      postingId,
      ages,
      list,
      office: { name: office.name, phone: office.phone },
      missing: await ctx.query(missingResults, { today, overdueBefore: ages.overdueBefore }),
      postings: await ctx.query(postingsOfApplicants, today),
      today,
    },
  } as const;
});

export default function ApplicantsScreen() {
  const shown = useLoaderData<typeof loader>();
  if (shown.closed === null) return <ApplicantsPage {...shown.page} />;
  return (
    <ClosedFeature title={applicantsText.title} closed={shown.closed}>
      <p>{applicantsText.closed.feature}</p>
    </ClosedFeature>
  );
}
