import { sheetOf } from '#app/components/sheet/sheetOf.ts';
import { type SheetKind, sheetKinds } from '#app/domain/sheet.ts';
import { oneOf, recordId } from '#app/web/params.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { sheetRecords } from '#db/queries/sheets.ts';

const guard = { permission: 'review.read', params: { sheet: oneOf(sheetKinds), id: recordId } } as const;
const view = {
  screen: ({ sheet }: { sheet: SheetKind }) => `print.${sheet}`,
  subject: ({ id }: { id: string }) => id,
};

/** The sheet as a PDF file. */
export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const { sheet, id } = ctx.params;
  const records = (await ctx.query(sheetRecords, sheet, id)) ?? ctx.notFound();
  const issuer = `${(await ctx.office()).name} ${ctx.actor.name}`;
  return ctx.pdf({ sheet: sheetOf(records), issuedAt: ctx.now, issuer });
});
