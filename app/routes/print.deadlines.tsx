import { DeadlineSheet } from '#app/components/deadline/DeadlineSheet.tsx';
import { askedIn } from '#app/components/deadline/month.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { asAccepted, deadlineDays } from '#app/procedures/office/deadlineRules.ts';
import { knownYears } from '#app/procedures/office/yearOfDays.ts';
import { deadlinesText } from '#app/text/staff/deadlines.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { deadlineSheet } from '#db/queries/deadlines.ts';

export const meta = pageMeta(deadlinesText.sheetTitle);

/** Rows of one sheet at most: some forty pages of paper. */
const limit = 1_000;

export const loader = staffRoute.loader({ permission: 'review.read' }, async (ctx) => {
  const asked = askedIn(ctx.url, ctx.today, knownYears);
  const after = deadlineDays(ctx.rules, ctx.today);
  const filter = { from: asked.first, to: asked.last, kind: asked.kind, after };
  const rows = await ctx.query(deadlineSheet, filter, limit);
  return {
    asked,
    rows: rows.map((row) => asAccepted(ctx.rules, row)),
    after,
    limit,
    now: ctx.now,
    issuer: `${(await ctx.office()).name} ${ctx.actor.name}`,
  };
});

export default function DeadlineSheetScreen() {
  return <DeadlineSheet {...useLoaderData<typeof loader>()} />;
}
