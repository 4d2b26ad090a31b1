import { parentPort } from 'node:worker_threads';
import type { IssuedSheet } from './domain/sheet.ts';
import { sheetPdf } from './sheetPdf.server.ts';

/** What the thread is asked, and what it answers: one answer for each sheet, by its number. */
export type PdfOrder = { number: number; issued: IssuedSheet };
export type PdfAnswer = { number: number; pdf: Uint8Array } | { number: number; error: string };

parentPort?.on('message', async ({ number, issued }: PdfOrder) => {
  try {
    const pdf = await sheetPdf(issued);
    parentPort?.postMessage({ number, pdf } satisfies PdfAnswer, [pdf.buffer as ArrayBuffer]);
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ number, error: words } satisfies PdfAnswer);
  }
});
