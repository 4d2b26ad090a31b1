import { SheetPage } from '#app/components/sheet/SheetPage.tsx';
import { sheetOf } from '#app/components/sheet/sheetOf.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { type IssuedSheet, type SheetKind, sheetKinds } from '#app/domain/sheet.ts';
import { oneOf, recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { sheetRecords } from '#db/queries/sheets.ts';

export const meta = pageMeta<{ issued: IssuedSheet }>(({ issued }) => issued.sheet.title);

/** The page that a sheet is printed from; most are printed from the review. */
const pageOf: Partial<Record<SheetKind, (id: string) => string>> = {
  change: paths.staff.change,
  release: (id) => paths.staff.restriction(id),
};

const guard = { permission: 'review.read', params: { sheet: oneOf(sheetKinds), id: recordId } } as const;
const view = {
  screen: ({ sheet }: { sheet: SheetKind }) => `print.${sheet}`,
  subject: ({ id }: { id: string }) => id,
};

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const { sheet, id } = ctx.params;
  const records = (await ctx.query(sheetRecords, sheet, id)) ?? ctx.notFound();
  return {
    issued: {
      sheet: sheetOf(records),
      issuedAt: ctx.now,
      issuer: `${(await ctx.office()).name} ${ctx.actor.name}`,
    },
    pdf: paths.print.sheetPdf(sheet, id),
    back: pageOf[sheet]?.(id) ?? paths.staff.review(id),
  };
});

export default function SheetScreen() {
  return <SheetPage {...useLoaderData<typeof loader>()} />;
}
