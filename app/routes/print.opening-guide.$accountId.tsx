import { guideSheet } from '#app/components/sheet/guide.ts';
import { SheetPage } from '#app/components/sheet/SheetPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { guideText } from '#app/text/staff/guide.ts';
import { guideGuard, guideIssuer, guideRecords, guideView } from '#app/web/openingGuide.server.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { openingGuide } from '#db/queries/openingGuide.ts';

export const meta = pageMeta(guideText.title);

export const loader = staffRoute.loader({ ...guideGuard, view: guideView }, async (ctx) => {
  const { accountId } = ctx.params;
  const guide = (await ctx.query(openingGuide, accountId)) ?? ctx.notFound();
  return {
    issued: {
      sheet: guideSheet(guideRecords(ctx, guide)),
      issuedAt: ctx.now,
      issuer: guideIssuer(ctx, guide),
    },
    pdf: paths.print.openingGuidePdf(accountId),
    back: paths.staff.account(guide.establishment.id),
  };
});

export default function OpeningGuideScreen() {
  return <SheetPage {...useLoaderData<typeof loader>()} />;
}
