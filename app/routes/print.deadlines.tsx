import { askedIn } from '#app/components/deadline/month.ts';
import { deadlinesSheet } from '#app/components/sheet/deadlines.ts';
import { SheetPage } from '#app/components/sheet/SheetPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { asAccepted, deadlineDays } from '#app/procedures/office/deadlineRules.ts';
import { knownYears } from '#app/procedures/office/yearOfDays.ts';
import { deadlinesText } from '#app/text/staff/deadlines.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { deadlineSheet, sheetLimit } from '#db/queries/deadlines.ts';

export const meta = pageMeta(deadlinesText.sheetTitle);

export const loader = staffRoute.loader({ permission: 'review.read' }, async (ctx) => {
  const asked = askedIn(ctx.url, ctx.today, knownYears);
  const { first, last, month, kind } = asked;
  const after = deadlineDays(ctx.rules, ctx.today);
  const found = await ctx.query(deadlineSheet, { from: first, to: last, kind, after });
  const rows = found.map((row) => asAccepted(ctx.rules, row));
  return {
    issued: {
      sheet: deadlinesSheet({ asked, rows, after, limit: sheetLimit }),
      issuedAt: ctx.now,
      issuer: `${(await ctx.office()).name} ${ctx.actor.name}`,
    },
    pdf: paths.print.deadlinesPdf({ month, kind }),
    back: paths.staff.deadlines({ month, kind }),
  };
});

export default function DeadlineSheetScreen() {
  return <SheetPage {...useLoaderData<typeof loader>()} />;
}
