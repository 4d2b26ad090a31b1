import { ApplicantResults } from '#app/components/applicant/ApplicantResults.tsx';
import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { ClosedFeature } from '#app/components/mypage/ClosedFeature.tsx';
import { closedBy } from '#app/components/mypage/refusal.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { refuse } from '#app/domain/refusal.ts';
import { registerResults } from '#app/procedures/referral/registerResults.ts';
import { applicantsText } from '#app/text/mypage/applicants.ts';
import { mypageFeature } from '#app/web/mypageFeature.server.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { readResults } from '#app/web/postedResults.server.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { applicants } from '#db/queries/applicants.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';

export const meta = pageMeta(applicantsText.results.title);

const postingIn = (url: URL) => recordId(url.searchParams.get('posting') ?? undefined);

export const loader = mypageRoute.loader({ permission: 'referral.readOwn' }, async (ctx) => {
  const { url, today } = ctx;
  const { office, closed } = await mypageFeature(ctx, await ctx.query(mypageAccess, ctx.today), 'applicants');
  if (closed) return { closed };
  const postingId = postingIn(url);
  const filter = { state: 'unregistered', postingId, today } as const;
  const list = await ctx.query(applicants, filter, pageNumber(url));
  if (list.rows.length > 0) await ctx.viewed('applicant.results', ctx.actor.establishmentId ?? '', office.id);
  return { closed, page: { list, postingId, today, idempotencyKey: ctx.newKey() } };
});

export const action = mypageRoute.action({ permission: 'referral.registerResult' }, async (ctx) => {
  const { rows, typed, errors } = readResults(ctx.form.raw);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  if (rows.length === 0) return ctx.invalid(refuse('results-none-chosen'), typed);
  const outcome = await ctx.perform(registerResults, { rows });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.mypage.applicants({ posting: postingIn(ctx.url) }), 'results-registered');
});

export default function ApplicantResultsScreen() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const closed = closedBy(answer, shown.closed);
  if (closed === null && shown.closed === null) return <ApplicantResults {...shown.page} answer={answer} />;
  return closed === null ? null : (
    <ClosedFeature title={applicantsText.results.title} closed={closed} tried={answer !== undefined}>
      <p>{applicantsText.closed.feature}</p>
    </ClosedFeature>
  );
}
