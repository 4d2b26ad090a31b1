import { ClosedFeature } from '#app/components/mypage/ClosedFeature.tsx';
import { closedBy } from '#app/components/mypage/refusal.ts';
import { ConfirmPage } from '#app/components/steps/ConfirmPage.tsx';
import { visitView } from '#app/components/steps/visit.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { stillAsCopied } from '#app/domain/postingCopy.ts';
import { expectedRefusal } from '#app/procedures/account/access.ts';
import { judgeContentForEmployer, judgeVisit } from '#app/procedures/posting/judgement.ts';
import { resendPosting } from '#app/procedures/posting/resend.ts';
import { submitPosting } from '#app/procedures/posting/submit.ts';
import { readContent, withContent } from '#app/procedures/posting/support.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';

import { contentRecords } from '#db/queries/contentRecords.ts';

import { mypageAccess } from '#db/queries/mypageAccess.ts';

import { mypagePostingStep } from '#db/queries/mypagePostingStep.ts';

export const meta = pageMeta(postingText.confirm.title);

export const loader = mypageRoute.loader(
  { permission: 'posting.draft', params: { id: recordId } },
  async (ctx) => {
    const record = await ctx.query(mypagePostingStep, ctx.params.id);
    if (record === undefined) return ctx.redirect(paths.mypage.posting(ctx.params.id));
    const { posting: saved, visitRecords, returned, copy } = record;
    const { values, errors } = readContent(saved.content);
    const records = await ctx.query(contentRecords, { ...saved, content: values });
    const content = await judgeContentForEmployer(ctx.rules, values, records, ctx.today);
    const visit = await judgeVisit(ctx.rules, withContent(saved, values), visitRecords, ctx.today);
    return {
      closed: await expectedRefusal(
        ctx.rules,
        'posting-apply',
        await ctx.query(mypageAccess, ctx.today),
        ctx.today,
      ),
      posting: saved,
      errors,
      content,
      visit: visitView(saved, visit),
      returned,
      copied: copy !== null && saved.state === 'draft' ? stillAsCopied(copy, values) : [],
      idempotencyKey: ctx.newKey(),
    };
  },
);

export const action = mypageRoute.action(
  { permission: 'posting.submit', params: { id: recordId } },
  async (ctx) => {
    const { id } = ctx.params;
    // Said by the button and not by the state: sent twice, the same form is the same act and gets its receipt.
    const resending = ctx.form.intent === 'resend';
    const outcome = await ctx.perform(resending ? resendPosting : submitPosting, {
      postingId: id,
      version: ctx.form.version ?? 0,
      confirmed: ctx.form.raw.getAll('confirmed').map(String),
    });
    if (!outcome.ok) return ctx.invalid(outcome);
    return ctx.redirect(paths.mypage.postingReceipt(id), resending ? 'posting-resent' : 'posting-submitted');
  },
);

export default function ConfirmScreen() {
  const { closed: expected, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const closed = closedBy(answer, expected);
  if (closed === null) return <ConfirmPage {...shown} answer={answer} />;
  return (
    <ClosedFeature
      title={postingText.confirm.title}
      closed={closed}
      tried={answer !== undefined}
      postingId={shown.posting.id}
    />
  );
}
