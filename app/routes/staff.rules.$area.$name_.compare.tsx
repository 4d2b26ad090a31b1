import { ComparePage } from '#app/components/rule/ComparePage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { ruleVersionsText } from '#app/text/staff/ruleVersions.ts';
import { ruleSetName } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta<{ title: string }>(({ title }) => ruleVersionsText.compareOf(title));

export const loader = staffRoute.loader(
  { permission: 'rule.read', params: { area: ruleSetName, name: ruleSetName } },
  async (ctx) => {
    const id = `${ctx.params.area}/${ctx.params.name}`;
    const versions = ctx.rules.versions(id, ctx.today);
    const newest = versions[0] ?? ctx.notFound();
    const to = ctx.url.searchParams.get('to') ?? newest.version;
    const before = versions[versions.findIndex(({ version }) => version === to) + 1];
    const from = ctx.url.searchParams.get('from') ?? before?.version ?? to;
    const compared = (await ctx.rules.compare(id, from, to)) ?? ctx.notFound();
    const shown = versions.find(({ version }) => version === to) ?? newest;
    return { id, title: shown.title, versions, from, to, compared };
  },
);

export default function CompareScreen() {
  return <ComparePage {...useLoaderData<typeof loader>()} />;
}
