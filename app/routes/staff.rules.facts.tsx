import { FactsPage } from '#app/components/rule/FactsPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { rulesText } from '#app/text/staff/rules.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(rulesText.facts);

export const loader = staffRoute.loader({ permission: 'rule.read' }, async (ctx) => ({
  ruleSets: ctx.rules
    .read(ctx.today)
    .filter(({ facts }) => facts.length > 0)
    .map(({ described: { id, title }, facts }) => ({ id, title, facts })),
}));

export default function FactsScreen() {
  return <FactsPage {...useLoaderData<typeof loader>()} />;
}
