import { BackTestPage } from '#app/components/backTest/BackTestPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { isOver } from '#app/domain/backTest.ts';
import { cancelBackTest } from '#app/procedures/backTest/cancel.ts';
import { readDraftOf } from '#app/procedures/backTest/read.ts';
import { backTestsText } from '#app/text/staff/backTests.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { backTestView } from '#db/queries/backTests.ts';

export const meta = pageMeta(backTestsText.title);

const params = { id: recordId };

export const loader = staffRoute.loader({ permission: 'rule.read', params }, async (ctx) => {
  const { test, startedBy, postings } = (await ctx.query(backTestView, ctx.params.id)) ?? ctx.notFound();
  const { draftText: _text, draftHash: _hash, ...shown } = test;
  return {
    test: shown,
    startedBy,
    draft: await readDraftOf(ctx.rules, test, ctx.today),
    postings,
    idempotencyKey: !isOver(test.state) && ctx.may('rule.try') ? ctx.newKey() : null,
  };
});

export const action = staffRoute.action({ permission: 'rule.try', params }, async (ctx) => {
  await ctx.perform(cancelBackTest, { backTestId: ctx.params.id });
  return ctx.redirect(paths.staff.backTest(ctx.params.id), 'back-test-cancelled');
});

export default function BackTestScreen() {
  return <BackTestPage {...useLoaderData<typeof loader>()} />;
}
