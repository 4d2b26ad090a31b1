import type { Application } from '#app/composition.server.ts';
import type { IssuedSheet } from '#app/domain/sheet.ts';
import { trainingText } from '#app/text/common.ts';

/** A sheet as a PDF file, shown by the browser and saved under its title. */
export async function pdfAnswer(
  { sheets, env }: Pick<Application, 'sheets' | 'env'>,
  issued: IssuedSheet,
): Promise<Response> {
  const { sheet } = issued;
  const title = env.training ? trainingText.sheetTitle(sheet.title) : sheet.title;
  const pdf = await sheets.pdf({ ...issued, sheet: { ...sheet, title } });
  const name = encodeURIComponent(`${title}.pdf`);
  return new Response(pdf as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(pdf.length),
      'Content-Disposition': `inline; filename="sheet.pdf"; filename*=UTF-8''${name}`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}
