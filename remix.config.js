/**
 * The only place for Remix options; vite.config.ts hands them to the plugin.
 *
 * Lazy route discovery stays off: its /__manifest endpoint lets one small GET block the process for a second.
 * The other five flags are on so that the move to React Router is an import rename (app/web/remix.ts).
 *
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: false,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};
