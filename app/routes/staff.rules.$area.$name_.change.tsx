import { RuleChangeStartPage } from '#app/components/rule/change/RuleChangeStartPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { isHigherVersion } from '#app/domain/ruleChange.ts';
import { latestStanding } from '#app/procedures/ruleChange/offered.ts';
import { startRuleChange } from '#app/procedures/ruleChange/start.ts';
import { titleOf } from '#app/procedures/ruleChange/titles.ts';
import { longDate } from '#app/text/format.ts';
import { ruleChangeMarks, ruleChangesText as text } from '#app/text/staff/ruleChanges.ts';
import { textLike } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { ruleChanges, ruleVersions } from '#db/queries/ruleChanges.ts';

export const meta = pageMeta<{ title: string }>(({ title }) => text.startTitle(title));

const name = textLike(/^[a-z]+(-[a-z]+)*$/);
const guard = { permission: 'ruleChange.edit', params: { area: name, name } } as const;

export const loader = staffRoute.loader(guard, async (ctx) => {
  const ruleSet = `${ctx.params.area}/${ctx.params.name}`;
  const versions = (await ctx.query(ruleVersions)).filter((one) => one.ruleSet === ruleSet && !one.cancelled);
  if (versions.length === 0) return ctx.notFound();
  const latest = latestStanding(versions);
  const open = (await ctx.query(ruleChanges, { ruleSet })).filter(({ state }) =>
    ['draft', 'submitted', 'urgent'].includes(state),
  );
  return {
    ruleSet,
    title: titleOf(ctx.rules, ruleSet),
    versions: versions
      .toSorted((a, b) => (isHigherVersion(a.version, b.version) ? -1 : 1))
      .map(({ version, effectiveFrom }) => ({
        version,
        label:
          version === latest
            ? text.startLatest(version)
            : text.startEarlier(version, longDate(effectiveFrom)),
      })),
    open: open.map(({ id, state, updatedBy }) => ({
      id,
      label: `${ruleChangeMarks[state].word}（${updatedBy}）`,
    })),
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const outcome = await ctx.perform(startRuleChange, {
    ruleSet: `${ctx.params.area}/${ctx.params.name}`,
    fromVersion: String(ctx.form.raw.get('from_version') ?? '').slice(0, 30) || null,
  });
  if (!outcome.ok) return ctx.invalid(outcome);
  return ctx.redirect(paths.staff.ruleChangeEdit(outcome.value.changeId));
});

export default function RuleChangeStartScreen() {
  return <RuleChangeStartPage {...useLoaderData<typeof loader>()} />;
}
