import { ChangePage } from '#app/components/change/ChangePage.tsx';
import { queueTab } from '#app/components/queue/address.ts';
import { nextPath } from '#app/components/queue/itemPath.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { ChangeKind } from '#app/domain/changeRequest.ts';
import type { Posting } from '#app/domain/posting.ts';
import { effectOf } from '#app/procedures/changeRequest/judgement.ts';
import { judgeContent } from '#app/procedures/posting/judgement.ts';
import { changeKindWords } from '#app/text/changes.ts';
import { establishmentChange } from '#app/web/changeToDecide.server.ts';
import type { StaffLoader } from '#app/web/context.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { differences } from '#app/web/wordDiff.server.ts';
import { contentRecords } from '#db/queries/contentRecords.ts';
import { nextInQueue } from '#db/queries/queue/next.ts';
import { type ReviewedChange, reviewChange } from '#db/queries/reviewChange.ts';

export const meta = pageMeta<{ request: { kind: ChangeKind } }>(
  ({ request }) => changeKindWords[request.kind],
);

/** The checks of the new content now, or as they were stored with the decision; null where none were. */
async function checksOf(
  ctx: StaffLoader<unknown>,
  { request, verdict: stored }: ReviewedChange,
  posting: Posting,
) {
  const { rules, today } = ctx;
  const now = request.state === 'submitted' || request.state === 'returned';
  const content = request.after;
  const judged = async () =>
    judgeContent(rules, content, await ctx.query(contentRecords, { ...posting, content }), today);
  const verdict = now ? await judged() : stored;
  if (verdict === null) return null;
  return { verdict, rules: rules.inForce('acceptance/posting', verdict.asOf).rules.length, now };
}

const view = { screen: 'change', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader(
  { permission: 'review.read', params: { id: recordId }, view },
  async (ctx) => {
    const shown = (await ctx.query(reviewChange, ctx.params.id)) ?? ctx.notFound();
    const { request, posting } = shown;
    const tab = queueTab(ctx.url.searchParams);
    const all = ctx.url.searchParams.get('all') === '1';
    const change = request.kind === 'establishment' ? establishmentChange(shown, all) : null;
    const content =
      request.kind === 'content' && posting !== null
        ? {
            steps: differences(request.before, request.after, all),
            all,
            checks: await checksOf(ctx, shown, posting),
          }
        : null;
    return {
      ...shown,
      change,
      content: change === null ? content : { steps: change.steps, all, checks: null },
      ...effectOf(shown, ctx.rules, ctx.today),
      mayDecide: ctx.may('changeRequest.decide'),
      next: nextPath(
        await ctx.query(nextInQueue, ctx.now, { kind: tab, except: { kind: 'content', id: request.id } }),
        tab,
      ),
    };
  },
);

export default function ChangeScreen() {
  return <ChangePage {...useLoaderData<typeof loader>()} />;
}
