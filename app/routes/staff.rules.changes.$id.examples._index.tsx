import { RuleExamplesPage } from '#app/components/rule/change/RuleExamplesPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { canHappenTo } from '#app/domain/ruleChange.ts';
import { draftRead } from '#app/procedures/ruleChange/read.ts';
import { titleOf } from '#app/procedures/ruleChange/titles.ts';
import { ruleExamplesText } from '#app/text/staff/ruleExamples.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { ruleChange } from '#db/queries/ruleChanges.ts';

export const meta = pageMeta(ruleExamplesText.title);

const guard = { permission: 'ruleChange.read', params: { id: recordId } } as const;

export const loader = staffRoute.loader(guard, async (ctx) => {
  const change = (await ctx.query(ruleChange, ctx.params.id)) ?? ctx.notFound();
  const { parts, examples } = await draftRead(change.ruleSet, change.text);
  return {
    id: change.id,
    ruleSet: change.ruleSet,
    title: titleOf(ctx.rules, change.ruleSet),
    readable: parts.length > 0,
    examples,
    edits: ctx.may('ruleChange.edit') && canHappenTo('edit', change.state),
  };
});

export default function RuleExamplesScreen() {
  return <RuleExamplesPage {...useLoaderData<typeof loader>()} />;
}
