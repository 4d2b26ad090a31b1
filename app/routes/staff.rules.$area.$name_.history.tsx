import { HistoryPage } from '#app/components/rule/HistoryPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { ruleVersionsText } from '#app/text/staff/ruleVersions.ts';
import { ruleSetName } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { ruleVersionOrigins } from '#db/queries/ruleVersion.ts';

export const meta = pageMeta<{ title: string }>(({ title }) => ruleVersionsText.historyOf(title));

export const loader = staffRoute.loader(
  { permission: 'rule.read', params: { area: ruleSetName, name: ruleSetName } },
  async (ctx) => {
    const id = `${ctx.params.area}/${ctx.params.name}`;
    const versions = ctx.rules.versions(id, ctx.today);
    const shown = versions.find(({ state }) => state === 'current') ?? versions[0] ?? ctx.notFound();
    return { id, title: shown.title, versions, origins: await ctx.query(ruleVersionOrigins, id) };
  },
);

export default function HistoryScreen() {
  return <HistoryPage {...useLoaderData<typeof loader>()} />;
}
