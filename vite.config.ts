import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

/**
 * What every page or nearly every form has, in two files that browsers keep, with all that it imports. Left alone, the
 * bundler cuts it into some fifty pieces, which compress badly and make the manifest that lists them for each route,
 * and that each page loads, twice as large. The editor of rule files stays apart.
 */
const shared: readonly { file: string; modules: RegExp }[] = [
  {
    file: 'libraries',
    modules: /\/node_modules\/(?!@codemirror|@lezer|@marijn|crelt|style-mod|w3c-keyname)/,
  },
  {
    file: 'frame',
    modules:
      /\/app\/(root\.tsx|entry\.client|text\/(refusals|fieldErrors)\.ts|forms\/(read|readers|dateTime)\.ts|components\/ui\/(MyPageFrame|PublicFrame|PageTitle|DoneBanner|PlainTable|StatusBadge|DefinitionTable|EmptyState|FieldInput|FieldSet|FormFrame|ErrorSummary)\.tsx)/,
  },
];

export default defineConfig(({ isSsrBuild = false }) => ({
  plugins: [remix(remixConfig)],
  build: {
    // The CSP allows no data: URLs, so assets are never inlined.
    assetsInlineLimit: 0,
    target: 'es2022',
    rollupOptions: isSsrBuild
      ? {}
      : {
          output: {
            manualChunks: (id) => shared.find(({ modules }) => modules.test(id))?.file,
            // The manifest names every file many times.
            entryFileNames: 'assets/[hash].js',
            chunkFileNames: 'assets/[hash].js',
            assetFileNames: 'assets/[hash][extname]',
          },
        },
  },
  ssr: { noExternal: [/^@mantine\//] },
}));
