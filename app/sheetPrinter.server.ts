import type { Worker } from 'node:worker_threads';
import type { IssuedSheet } from './domain/sheet.ts';
import type { PdfAnswer, PdfOrder } from './sheetPdfWorker.ts';
import { startThread } from './threads.server.ts';

/** Makes PDF files beside the event loop: one takes longer than pages may wait (docs/decisions/021). */
export type SheetPrinter = {
  pdf(issued: IssuedSheet): Promise<Uint8Array>;
  close(): Promise<void>;
};

type Waiting = { resolve: (pdf: Uint8Array) => void; reject: (error: Error) => void };

/** One thread, begun with the first sheet; sheets are drawn one after the other. A thread that died is begun anew. */
export function openSheetPrinter(): SheetPrinter {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let last = 0;

  const running = (): Worker => {
    if (thread !== null) return thread;
    const begun = startThread(import.meta.url, 'sheetPdfWorker');
    const ended = (error: Error): void => {
      if (thread !== begun) return;
      thread = null;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    begun.on('message', (answer: PdfAnswer) => {
      const order = waiting.get(answer.number);
      waiting.delete(answer.number);
      if (waiting.size === 0) begun.unref();
      if ('pdf' in answer) order?.resolve(answer.pdf);
      else order?.reject(new Error(`A sheet could not be drawn: ${answer.error}`));
    });
    begun.on('error', ended);
    begun.on('exit', (code) => ended(new Error(`The thread that draws sheets ended with ${code}.`)));
    thread = begun;
    return begun;
  };

  return {
    pdf: (issued) =>
      new Promise((resolve, reject) => {
        last += 1;
        const worker = running();
        waiting.set(last, { resolve, reject });
        // Waits for its answer, but an idle thread keeps no process alive.
        worker.ref();
        worker.postMessage({ number: last, issued } satisfies PdfOrder);
      }),
    close: async () => {
      await thread?.terminate();
    },
  };
}
