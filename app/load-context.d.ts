import type { Application } from './composition.server.ts';

declare module '@remix-run/node' {
  interface AppLoadContext {
    app: Application;
    /** 受付番号: twelve hexadecimal digits, in logs, audit rows and on error pages. */
    requestId: string;
    /** The last hop we trust; never taken from a header the client can write. */
    clientAddress: string;
    /** Headers the server adds to whatever is answered: cookies, Retry-After. */
    answer: Headers;
    /** Set where an action did not accept its form; the title of the page says so. */
    formRefused?: 'error' | 'confirm';
  }
}
