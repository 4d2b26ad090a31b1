/**
 * The one door to Remix. Everything router-like is imported from here, so that the move to React Router is an
 * import rename in this file (test/architecture checks that nobody goes past it). Safe in the browser bundle;
 * what only the server has is in remix.server.ts.
 */

export type {
  ActionFunction,
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  HandleErrorFunction,
  HeadersFunction,
  LinksFunction,
  LoaderFunction,
  LoaderFunctionArgs,
  MetaDescriptor,
  MetaFunction,
} from '@remix-run/node';
export type { ErrorResponse, ShouldRevalidateFunction } from '@remix-run/react';
export {
  data,
  isRouteErrorResponse,
  Links,
  Meta,
  NavLink,
  Outlet,
  RemixBrowser,
  RemixServer,
  redirect,
  Scripts,
  ScrollRestoration,
  useActionData,
  useFetcher,
  useLoaderData,
  useLocation,
  useMatches,
  useNavigate,
  useNavigation,
  useParams,
  useRevalidator,
  useRouteError,
  useRouteLoaderData,
  useSearchParams,
  useSubmit,
} from '@remix-run/react';
export { Form, Link, ReadOnlyPages } from './readOnlyPages.ts';

/** production: the real thing; demo: 見本 accounts and 送信箱 on screen; test: driven by the test suite. */
export type Mode = 'production' | 'demo' | 'test';

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** Fresh for each request; the CSP allows inline scripts and styles that carry it. */
    nonce: string;
    mode: Mode;
  }
}
