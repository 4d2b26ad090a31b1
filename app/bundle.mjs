/** Bundles the process into build/process/server.js, and beside it the thread of a back-test; packages stay outside, the pages are build/server/index.js. */
import { build } from 'esbuild';

await build({
  entryPoints: [
    { in: 'app/server.ts', out: 'server' },
    { in: 'db/backTestWorker.ts', out: 'backTestWorker' },
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
