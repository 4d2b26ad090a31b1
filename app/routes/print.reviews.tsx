import { SheetPage } from '#app/components/sheet/SheetPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { sheetsText } from '#app/text/sheets.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { reviewsSheetOf } from '#app/web/reviewsSheet.server.ts';
import { staffRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(sheetsText.reviews.title);

export const loader = staffRoute.loader({ permission: 'review.read' }, async (ctx) => ({
  issued: await reviewsSheetOf(ctx),
  pdf: paths.print.reviewsPdf(ctx.url.search),
  back: `${paths.staff.reviews()}${ctx.url.search}`,
}));

export default function ReviewsSheetScreen() {
  return <SheetPage {...useLoaderData<typeof loader>()} />;
}
