import { RulesPage } from '#app/components/rule/RulesPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { addDays } from '#app/domain/calendar.ts';
import { toInstant } from '#app/domain/clock.ts';
import { rulesText } from '#app/text/staff/rules.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { firedRules, ruleChanges, ruleVersions } from '#db/queries/ruleChanges.ts';

export const meta = pageMeta(rulesText.title);

/** Days over which it is counted how often a rule has applied. */
const COUNTED_DAYS = 30;

export const loader = staffRoute.loader({ permission: 'rule.read' }, async (ctx) => {
  const since = toInstant(new Date(`${addDays(ctx.today, -COUNTED_DAYS)}T00:00:00+09:00`));
  const [versions, changes, fired] = await Promise.all([
    ctx.query(ruleVersions),
    ctx.query(ruleChanges, { ruleSet: null }),
    ctx.query(firedRules, since),
  ]);
  return {
    countedDays: COUNTED_DAYS,
    openChanges: changes.filter(({ state }) => ['draft', 'submitted', 'urgent'].includes(state)).length,
    ruleSets: ctx.rules
      .read(ctx.today)
      .map(({ described: { id, title, summary, version, owner, effective, rules } }) => {
        const own = versions.filter(({ ruleSet, cancelled }) => ruleSet === id && !cancelled);
        const next = own
          .filter(({ effectiveFrom }) => effectiveFrom > ctx.today)
          .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))[0];
        const last = changes.filter(({ ruleSet }) => ruleSet === id)[0];
        return {
          id,
          title,
          summary,
          version,
          owner,
          effective,
          rules: rules.length,
          next: next ? { version: next.version, from: next.effectiveFrom } : null,
          lastChange: last ? { id: last.id, state: last.state, at: last.updatedAt } : null,
          fired: rules.map(({ rule }) => ({ rule, count: fired[id]?.[rule] ?? 0 })),
        };
      }),
  };
});

export default function RulesScreen() {
  return <RulesPage {...useLoaderData<typeof loader>()} />;
}
