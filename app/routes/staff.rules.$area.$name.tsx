import { RuleSetPage } from '#app/components/rule/RuleSetPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { textLike } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta<{ ruleSet: { title: string } }>(({ ruleSet }) => ruleSet.title);

const name = textLike(/^[a-z]+(-[a-z]+)*$/);

export const loader = staffRoute.loader(
  { permission: 'rule.read', params: { area: name, name } },
  async (ctx) => {
    const id = `${ctx.params.area}/${ctx.params.name}`;
    const found = ctx.rules.read(ctx.today).find(({ described }) => described.id === id);
    const ruleSet = found?.described ?? ctx.notFound();
    return {
      ruleSet,
      changes: ctx.may('ruleChange.edit'),
      tries: ruleSet.rules.length > 0 && ctx.may('rule.try'),
    };
  },
);

export default function RuleSetScreen() {
  return <RuleSetPage {...useLoaderData<typeof loader>()} />;
}
