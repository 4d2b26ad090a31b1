import { CheckPage } from '#app/components/audit/CheckPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { verifyAudit } from '#app/procedures/audit/verify.ts';
import { auditText } from '#app/text/staff/audit.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { lastAnchor } from '#db/queries/auditAnchor.ts';

export const meta = pageMeta(auditText.checkTitle);

export const loader = staffRoute.loader({ permission: 'audit.verify' }, async (ctx) => ({
  anchor: await ctx.query(lastAnchor),
  idempotencyKey: ctx.newKey(),
}));

export const action = staffRoute.action({ permission: 'audit.verify' }, async (ctx) => {
  const outcome = await ctx.perform(verifyAudit, {});
  return outcome.ok ? ctx.json({ ok: true as const, result: outcome.value }) : ctx.invalid(outcome);
});

export default function CheckScreen() {
  const answer = useActionData<typeof action>();
  return <CheckPage {...useLoaderData<typeof loader>()} result={answer?.ok ? answer.result : undefined} />;
}
