import { queueAsked } from '#app/components/review/queueAsked.ts';
import { reviewsSheet } from '#app/components/sheet/reviews.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { reviewQueue } from '#db/queries/reviewQueue.ts';

/** 審査の一覧 as a PDF file. */
export const loader = staffRoute.loader({ permission: 'review.read' }, async (ctx) => {
  const asked = queueAsked(ctx.url);
  const sheet = reviewsSheet(asked, await ctx.query(reviewQueue, asked.filter, ctx.today));
  const issuer = `${(await ctx.office()).name} ${ctx.actor.name}`;
  return ctx.pdf({ sheet, issuedAt: ctx.now, issuer });
});
