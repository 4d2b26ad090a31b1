import { askedOf, queueAddress } from '#app/components/queue/address.ts';
import { reviewsSheet } from '#app/components/sheet/reviews.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { queuePage } from '#db/queries/queue/page.ts';

/** 審査の一覧 as a PDF file. */
export const loader = staffRoute.loader({ permission: 'review.read' }, async (ctx) => {
  const address = queueAddress(ctx.url);
  const sheet = reviewsSheet(address, await ctx.query(queuePage, askedOf(address), ctx.today, ctx.now));
  const issuer = `${(await ctx.office()).name} ${ctx.actor.name}`;
  return ctx.pdf({ sheet, issuedAt: ctx.now, issuer });
});
