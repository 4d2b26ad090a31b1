import { RuleSetPage } from '#app/components/rule/RuleSetPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { ruleSetName } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta<{ ruleSet: { title: string } }>(({ ruleSet }) => ruleSet.title);

export const loader = staffRoute.loader(
  { permission: 'rule.read', params: { area: ruleSetName, name: ruleSetName } },
  async (ctx) => {
    const id = `${ctx.params.area}/${ctx.params.name}`;
    const current = ctx.rules.versions(id, ctx.today).find(({ state }) => state === 'current');
    const read = current && ctx.rules.version(id, current.version);
    const { described, situations } = read ?? ctx.notFound();
    return {
      ruleSet: described,
      situations,
      view: ctx.url.searchParams.get('view') === 'table' ? ('table' as const) : ('sentences' as const),
      changes: ctx.may('ruleChange.edit'),
      tries: described.rules.length > 0 && ctx.may('rule.try'),
    };
  },
);

export default function RuleSetScreen() {
  return <RuleSetPage {...useLoaderData<typeof loader>()} />;
}
