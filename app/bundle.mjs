/** Bundles the process into build/process/server.js; packages stay outside, the pages are build/server/index.js. */
import { build } from 'esbuild';

await build({
  entryPoints: ['app/server.ts'],
  outfile: 'build/process/server.js',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
