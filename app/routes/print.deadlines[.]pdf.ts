import { askedIn } from '#app/components/deadline/month.ts';
import { deadlinesSheet } from '#app/components/sheet/deadlines.ts';
import { asAccepted, deadlineDays } from '#app/procedures/office/deadlineRules.ts';
import { knownYears } from '#app/procedures/office/yearOfDays.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { deadlineSheet, sheetLimit } from '#db/queries/deadlines.ts';

/** 期限の月間一覧 as a PDF file. */
export const loader = staffRoute.loader({ permission: 'review.read' }, async (ctx) => {
  const asked = askedIn(ctx.url, ctx.today, knownYears);
  const after = deadlineDays(ctx.rules, ctx.today);
  const { first, last, kind } = asked;
  const found = await ctx.query(deadlineSheet, { from: first, to: last, kind, after });
  const rows = found.map((row) => asAccepted(ctx.rules, row));
  const issuer = `${(await ctx.office()).name} ${ctx.actor.name}`;
  return ctx.pdf({
    sheet: deadlinesSheet({ asked, rows, after, limit: sheetLimit }),
    issuedAt: ctx.now,
    issuer,
  });
});
