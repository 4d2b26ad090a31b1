import { RuleProblemsPage } from '#app/components/rule/RuleProblemsPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { ruleProblemsText } from '#app/text/staff/ruleProblems.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(ruleProblemsText.title);

export const loader = staffRoute.loader({ permission: 'rule.readProblems' }, async (ctx) => ({
  rows: ctx.ruleProblems(),
  demo: ctx.mode === 'demo',
}));

export default function RuleProblemsRoute() {
  return <RuleProblemsPage {...useLoaderData<typeof loader>()} />;
}
