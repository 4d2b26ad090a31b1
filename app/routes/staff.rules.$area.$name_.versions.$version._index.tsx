import { RuleSetPage } from '#app/components/rule/RuleSetPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { ruleSetName, versionNumber } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta<{ ruleSet: { title: string } }>(({ ruleSet }) => ruleSet.title);

export const loader = staffRoute.loader(
  { permission: 'rule.read', params: { area: ruleSetName, name: ruleSetName, version: versionNumber } },
  async (ctx) => {
    const id = `${ctx.params.area}/${ctx.params.name}`;
    const { version } = ctx.params;
    const { described, situations } = ctx.rules.version(id, version) ?? ctx.notFound();
    const listed = ctx.rules.versions(id, ctx.today).find((one) => one.version === version);
    const view = ctx.url.searchParams.get('view') === 'table' ? ('table' as const) : ('sentences' as const);
    return { ruleSet: described, situations, state: listed?.state ?? ctx.notFound(), view };
  },
);

export default function RuleVersionScreen() {
  return <RuleSetPage {...useLoaderData<typeof loader>()} />;
}
