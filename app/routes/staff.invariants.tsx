import { InvariantsPage } from '#app/components/invariant/InvariantsPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { dueOnClosedDays } from '#app/procedures/invariant/closedDays.ts';
import { invariantsText } from '#app/text/staff/invariants.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { invariantLook } from '#db/queries/invariants.ts';

export const meta = pageMeta(invariantsText.title);

/** Records of each kind on the page. */
const limit = 50;

export const loader = staffRoute.loader({ permission: 'invariant.read' }, async (ctx) => {
  const { hits, awaited, days, named, lookedAt } = await ctx.query(invariantLook, ctx.today, limit);
  return { hits: [...hits, ...dueOnClosedDays(awaited, days).slice(0, limit)], named, lookedAt };
});

export default function InvariantsScreen() {
  return <InvariantsPage {...useLoaderData<typeof loader>()} />;
}
