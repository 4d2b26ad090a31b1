import { guideSheet } from '#app/components/sheet/guide.ts';
import { guideGuard, guideIssuer, guideRecords, guideView } from '#app/web/openingGuide.server.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { openingGuide } from '#db/queries/openingGuide.ts';

/** 開設案内(控え) as a PDF file. */
export const loader = staffRoute.loader({ ...guideGuard, view: guideView }, async (ctx) => {
  const guide = (await ctx.query(openingGuide, ctx.params.accountId)) ?? ctx.notFound();
  const sheet = guideSheet(guideRecords(ctx, guide));
  return ctx.pdf({ sheet, issuedAt: ctx.now, issuer: guideIssuer(ctx, guide) });
});
