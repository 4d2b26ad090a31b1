import type { Application } from '#app/composition.server.ts';
import type { IssuedSheet } from '#app/domain/sheet.ts';

/** A sheet as a PDF file, shown by the browser and saved under its title. */
export async function pdfAnswer(
  { sheets }: Pick<Application, 'sheets'>,
  issued: IssuedSheet,
): Promise<Response> {
  const pdf = await sheets.pdf(issued);
  const name = encodeURIComponent(`${issued.sheet.title}.pdf`);
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
