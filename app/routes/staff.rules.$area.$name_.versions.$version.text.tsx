import { VersionTextPage } from '#app/components/rule/VersionTextPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { ruleVersionsText } from '#app/text/staff/ruleVersions.ts';
import { ruleSetName, versionNumber } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { ruleVersionText } from '#db/queries/ruleVersion.ts';

export const meta = pageMeta<{ title: string; version: string }>(({ title, version }) =>
  ruleVersionsText.textOf(title, version),
);

export const loader = staffRoute.loader(
  { permission: 'rule.read', params: { area: ruleSetName, name: ruleSetName, version: versionNumber } },
  async (ctx) => {
    const id = `${ctx.params.area}/${ctx.params.name}`;
    const { version } = ctx.params;
    const source = (await ctx.query(ruleVersionText, id, version)) ?? ctx.notFound();
    const listed = ctx.rules.versions(id, ctx.today).find((one) => one.version === version);
    return { id, title: listed?.title ?? id, version, source };
  },
);

export default function VersionTextScreen() {
  return <VersionTextPage {...useLoaderData<typeof loader>()} />;
}
