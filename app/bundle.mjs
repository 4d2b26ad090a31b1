/** Bundles the processes into build/process: server.js, worker.js, and beside them the threads of a back-test and of PDF sheets; packages stay outside, the pages are build/server/index.js. */
import { build } from 'esbuild';

await build({
  entryPoints: [
    { in: 'app/server.ts', out: 'server' },
    { in: 'jobs/worker.ts', out: 'worker' },
    { in: 'db/backTestWorker.ts', out: 'backTestWorker' },
    { in: 'app/sheetPdfWorker.ts', out: 'sheetPdfWorker' },
  ],
  outdir: 'build/process',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
