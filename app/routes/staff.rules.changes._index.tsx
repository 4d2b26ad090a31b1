import { RuleChangesPage } from '#app/components/rule/change/RuleChangesPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { titleOf } from '#app/procedures/ruleChange/titles.ts';
import { ruleChangesText } from '#app/text/staff/ruleChanges.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { ruleChanges } from '#db/queries/ruleChanges.ts';

export const meta = pageMeta(ruleChangesText.title);

export const loader = staffRoute.loader({ permission: 'ruleChange.read' }, async (ctx) => {
  const rows = await ctx.query(ruleChanges, { ruleSet: ctx.url.searchParams.get('of') });
  return { rows: rows.map((row) => ({ ...row, title: titleOf(ctx.rules, row.ruleSet) })) };
});

export default function RuleChangesScreen() {
  return <RuleChangesPage {...useLoaderData<typeof loader>()} />;
}
