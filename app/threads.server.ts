import { Worker } from 'node:worker_threads';

/** In the sources a thread needs tsx, which Node takes in a thread only from code that runs there. */
const FROM_SOURCES =
  "import('tsx/esm/api').then(({ register }) => { register(); return import(require('node:worker_threads').workerData.file); });";

/**
 * A thread whose file lies beside the one that asks: in the sources, or beside the bundle of the process (app/bundle.mjs
 * makes both).
 * @param asking `import.meta.url` of the file that asks
 */
export function startThread(asking: string, name: string, data: object = {}): Worker {
  const extension = /\.\w+$/.exec(asking)?.[0] ?? '.js';
  const file = new URL(`./${name}${extension}`, asking);
  if (extension !== '.ts') return new Worker(file, { workerData: data });
  return new Worker(FROM_SOURCES, { eval: true, workerData: { ...data, file: file.href } });
}
