import { askedOf, queueAddress } from '#app/components/queue/address.ts';
import { reviewsSheet } from '#app/components/sheet/reviews.ts';
import { SheetPage } from '#app/components/sheet/SheetPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { sheetsText } from '#app/text/sheets.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { queuePage } from '#db/queries/queue/page.ts';

export const meta = pageMeta(sheetsText.reviews.title);

export const loader = staffRoute.loader({ permission: 'review.read' }, async (ctx) => {
  const { url } = ctx;
  const address = queueAddress(url);
  const sheet = reviewsSheet(address, await ctx.query(queuePage, askedOf(address), ctx.today, ctx.now));
  const issuer = `${(await ctx.office()).name} ${ctx.actor.name}`;
  return {
    issued: { sheet, issuedAt: ctx.now, issuer },
    pdf: paths.print.reviewsPdf(url.search),
    back: `${paths.staff.reviews()}${url.search}`,
  };
});

export default function ReviewsSheetScreen() {
  return <SheetPage {...useLoaderData<typeof loader>()} />;
}
