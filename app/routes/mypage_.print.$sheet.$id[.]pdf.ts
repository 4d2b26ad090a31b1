import { sheetOf } from '#app/components/sheet/sheetOf.ts';
import { employerSheetKinds } from '#app/domain/sheet.ts';
import { sheetsText } from '#app/text/sheets.ts';
import { oneOf, recordId } from '#app/web/params.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { sheetRecords } from '#db/queries/sheets.ts';

/** The sheet as a PDF file. */
export const loader = mypageRoute.loader(
  { permission: 'posting.readOwn', params: { sheet: oneOf(employerSheetKinds), id: recordId } },
  async (ctx) => {
    const { sheet, id } = ctx.params;
    const records = (await ctx.query(sheetRecords, sheet, id)) ?? ctx.notFound();
    const issuer = sheetsText.mypageIssuer(records.establishment.name);
    return ctx.pdf({ sheet: sheetOf(records), issuedAt: ctx.now, issuer });
  },
);
