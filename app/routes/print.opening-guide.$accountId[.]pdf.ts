import { guideSheet } from '#app/components/sheet/guide.ts';
import { guideGuard, guideOf, guideView } from '#app/web/openingGuide.server.ts';
import { staffRoute } from '#app/web/routes.server.ts';

/** 開設案内(控え) as a PDF file. */
export const loader = staffRoute.loader({ ...guideGuard, view: guideView }, async (ctx) => {
  const { records, issuer } = await guideOf(ctx);
  return ctx.pdf({ sheet: guideSheet(records), issuedAt: ctx.now, issuer });
});
