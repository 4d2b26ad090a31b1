import { CasePage } from '#app/components/backTest/CasePage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { underDraft } from '#app/procedures/backTest/read.ts';
import { backTestsText } from '#app/text/staff/backTests.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { backTestCase } from '#db/queries/backTests.ts';

export const meta = pageMeta(backTestsText.caseTitle);

const guard = {
  permission: 'review.read',
  params: { id: recordId, verdictId: recordId },
  view: { screen: 'backTestCase', subject: ({ verdictId }: { verdictId: string }) => verdictId },
} as const;

export const loader = staffRoute.loader(guard, async (ctx) => {
  const { id, verdictId } = ctx.params;
  const { test, stored, posting } = (await ctx.query(backTestCase, id, verdictId)) ?? ctx.notFound();
  const draft = await underDraft(test, stored.verdict);
  return {
    backTestId: id,
    posting,
    stored: {
      id: verdictId,
      occasion: stored.occasion,
      verdict: stored.verdict,
      explanation: await ctx.rules.explain(stored.verdict),
      title: backTestsText.caseStored,
    },
    draft: draft && { id, occasion: 'draft', title: backTestsText.caseDraft, ...draft },
  };
});

export default function CaseScreen() {
  return <CasePage {...useLoaderData<typeof loader>()} />;
}
