import { guideSheet } from '#app/components/sheet/guide.ts';
import { SheetPage } from '#app/components/sheet/SheetPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { guideText } from '#app/text/staff/guide.ts';
import { guideGuard, guideOf, guideView } from '#app/web/openingGuide.server.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(guideText.title);

export const loader = staffRoute.loader({ ...guideGuard, view: guideView }, async (ctx) => {
  const { records, establishmentId, issuer } = await guideOf(ctx);
  return {
    issued: { sheet: guideSheet(records), issuedAt: ctx.now, issuer },
    pdf: paths.print.openingGuidePdf(ctx.params.accountId),
    back: paths.staff.account(establishmentId),
  };
});

export default function OpeningGuideScreen() {
  return <SheetPage {...useLoaderData<typeof loader>()} />;
}
