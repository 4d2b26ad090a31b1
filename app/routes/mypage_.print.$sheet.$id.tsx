import { SheetPage } from '#app/components/sheet/SheetPage.tsx';
import { sheetOf } from '#app/components/sheet/sheetOf.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { employerSheetKinds, type IssuedSheet } from '#app/domain/sheet.ts';
import { sheetsText } from '#app/text/sheets.ts';
import { oneOf, recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { sheetRecords } from '#db/queries/sheets.ts';

export const meta = pageMeta<{ issued: IssuedSheet }>(({ issued }) => issued.sheet.title);

export const loader = mypageRoute.loader(
  { permission: 'posting.readOwn', params: { sheet: oneOf(employerSheetKinds), id: recordId } },
  async (ctx) => {
    const { sheet, id } = ctx.params;
    const records = (await ctx.query(sheetRecords, sheet, id)) ?? ctx.notFound();
    return {
      issued: {
        sheet: sheetOf(records),
        issuedAt: ctx.now,
        issuer: sheetsText.mypageIssuer(records.establishment.name),
      },
      pdf: paths.mypage.sheetPdf(sheet, id),
      back: sheet === 'change' ? paths.mypage.change(id) : paths.mypage.posting(id),
    };
  },
);

export default function SheetScreen() {
  return <SheetPage {...useLoaderData<typeof loader>()} />;
}
