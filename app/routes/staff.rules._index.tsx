import { RulesPage } from '#app/components/rule/RulesPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { rulesText } from '#app/text/staff/rules.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(rulesText.title);

export const loader = staffRoute.loader({ permission: 'rule.read' }, async (ctx) => ({
  ruleSets: ctx.rules
    .read(ctx.today)
    .map(({ described: { id, title, summary, version, owner, effective, rules } }) => ({
      id,
      title,
      summary,
      version,
      owner,
      effective,
      rules: rules.length,
    })),
}));

export default function RulesScreen() {
  return <RulesPage {...useLoaderData<typeof loader>()} />;
}
