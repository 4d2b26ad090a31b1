import { ClosedFeature } from '#app/components/mypage/ClosedFeature.tsx';
import { ExtensionForm } from '#app/components/mypage/ExtensionForm.tsx';
import { closedBy } from '#app/components/mypage/refusal.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { askExtension } from '#app/procedures/changeRequest/askExtension.ts';
import { extendedUntil } from '#app/procedures/changeRequest/judgement.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { askPage } from '#app/web/askPage.server.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { postingToAsk } from '#db/queries/postingToAsk.ts';

export const meta = pageMeta(changesText.extension.title);

const options = { permission: 'changeRequest.ask', params: { id: recordId } } as const;

export const loader = mypageRoute.loader(options, async (ctx) => {
  const { rules, today } = ctx;
  const asked = (await ctx.query(postingToAsk, ctx.params.id, today)) ?? ctx.notFound();
  const shown = await askPage(ctx, asked, 'extension', 'posting-change');
  return {
    ...shown,
    until: extendedUntil(rules, shown.posting.validUntil ?? today, today),
    times: Number(rules.parameter('limits/posting', 'extensionTimes', today)),
  };
});

export const action = mypageRoute.action(options, async (ctx) => {
  const { id: postingId } = ctx.params;
  const outcome = await ctx.perform(askExtension, { postingId, version: ctx.form.version ?? 0 });
  if (!outcome.ok) return ctx.invalid(outcome);
  return ctx.redirect(paths.mypage.change(outcome.value.requestId), 'change-asked');
});

export default function ExtensionPage() {
  const { closed: expected, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const closed = closedBy(answer, expected);
  if (closed === null) return <ExtensionForm {...shown} answer={answer} />;
  return (
    <ClosedFeature
      title={changesText.extension.title}
      closed={closed}
      tried={answer !== undefined}
      postingId={shown.posting.id}
    />
  );
}
