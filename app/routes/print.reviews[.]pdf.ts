import { reviewsSheetOf } from '#app/web/reviewsSheet.server.ts';
import { staffRoute } from '#app/web/routes.server.ts';

/** 審査の一覧 as a PDF file. */
export const loader = staffRoute.loader({ permission: 'review.read' }, async (ctx) =>
  ctx.pdf(await reviewsSheetOf(ctx)),
);
