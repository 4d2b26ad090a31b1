/** Loader and action data reach the page as they are, not as JSON (remix.config.js, v3_singleFetch). */
import '@remix-run/node';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}
