import { ChangeConfirm } from '#app/components/mypage/ChangeConfirm.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { canChangeMove } from '#app/domain/changeRequest.ts';
import { submitContentChange } from '#app/procedures/changeRequest/submitContent.ts';
import { judgeContentForEmployer } from '#app/procedures/posting/judgement.ts';
import { readContent } from '#app/procedures/posting/support.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { differences } from '#app/web/wordDiff.server.ts';
import { contentRecords } from '#db/queries/contentRecords.ts';
import { mypageChange } from '#db/queries/mypageChange.ts';

export const meta = pageMeta(changesText.content.confirm.title);

const options = { permission: 'changeRequest.ask', params: { id: recordId } } as const;

export const loader = mypageRoute.loader(options, async (ctx) => {
  const { request, posting } = (await ctx.query(mypageChange, ctx.params.id)) ?? ctx.notFound();
  if (posting === null || request.kind !== 'content' || !canChangeMove('submit', request.state))
    return ctx.redirect(paths.mypage.change(request.id));
  const { values, errors } = readContent(request.after);
  const records = await ctx.query(contentRecords, { ...posting, content: values });
  return {
    request,
    posting,
    differences: differences(posting.content, request.after),
    errors,
    verdict: await judgeContentForEmployer(ctx.rules, values, records, ctx.today),
    idempotencyKey: ctx.newKey(),
  };
});

export const action = mypageRoute.action(options, async (ctx) => {
  const { id: requestId } = ctx.params;
  const outcome = await ctx.perform(submitContentChange, {
    requestId,
    version: ctx.form.version ?? 0,
    confirmed: ctx.form.raw.getAll('confirmed').map(String),
  });
  if (!outcome.ok) return ctx.invalid(outcome);
  return ctx.redirect(paths.mypage.change(requestId), 'change-asked');
});

export default function ChangeConfirmScreen() {
  const answer = useActionData<typeof action>();
  return <ChangeConfirm {...useLoaderData<typeof loader>()} answer={answer} />;
}
