import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

export default defineConfig({
  plugins: [remix(remixConfig)],
  // The CSP allows no data: URLs, so assets are never inlined.
  build: { assetsInlineLimit: 0, target: 'es2022' },
  ssr: { noExternal: [/^@mantine\//] },
});
