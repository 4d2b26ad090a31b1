import { ClosedFeature } from '#app/components/mypage/ClosedFeature.tsx';
import { closedBy } from '#app/components/mypage/refusal.ts';
import { StopForm } from '#app/components/mypage/StopForm.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { stopForm } from '#app/forms/changes.ts';
import { askStop } from '#app/procedures/changeRequest/askStop.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { askPage } from '#app/web/askPage.server.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { postingToAsk } from '#db/queries/postingToAsk.ts';

export const meta = pageMeta(changesText.stop.title);

const options = { permission: 'changeRequest.ask', params: { id: recordId } } as const;

export const loader = mypageRoute.loader(options, async (ctx) => {
  const asked = (await ctx.query(postingToAsk, ctx.params.id, ctx.today)) ?? ctx.notFound();
  return askPage(ctx, asked, 'stop', 'posting-stop');
});

export const action = mypageRoute.action(options, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(stopForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(askStop, {
    postingId: ctx.params.id,
    version: ctx.form.version ?? 0,
    reason: textIn(values, 'stop_reason') ?? '',
    stopOn: textIn(values, 'stop_on') ?? '',
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.mypage.change(outcome.value.requestId), 'change-asked');
});

export default function StopPage() {
  const { closed: expected, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const closed = closedBy(answer, expected);
  if (closed === null) return <StopForm {...shown} answer={answer} />;
  return (
    <ClosedFeature
      title={changesText.stop.title}
      closed={closed}
      tried={answer !== undefined}
      postingId={shown.posting.id}
    />
  );
}
