import './styles/mantine.css';
import './styles/global.css';
import { MantineProvider, mantineHtmlProps } from '@mantine/core';
import { type ReactNode, useContext } from 'react';
import { ErrorScreen, errorPageOf } from '#app/components/ui/ErrorScreen.tsx';
import { NonceContext } from '#app/components/ui/pageContext.ts';
import { documentTitle, type RootData, rootDataOf, siteOf } from '#app/components/ui/pageMeta.ts';
import { cssVariables, theme } from '#app/components/ui/theme.ts';
import { siteName } from '#app/text/common.ts';
import { paths } from '#app/web/paths.ts';
import {
  Links,
  type LoaderFunctionArgs,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
} from '#app/web/remix.ts';
import icon from './styles/icon.svg';

export const loader = (args: LoaderFunctionArgs): RootData => rootDataOf(args);

/** The mode of the process and how this document came about do not change while it is open. */
export const shouldRevalidate = () => false;

export const meta = ({ error, location }: { error?: unknown; location: { pathname: string } }) => {
  const site = siteOf(location.pathname);
  return [{ title: error === undefined ? siteName[site] : documentTitle(errorPageOf(error).title, site) }];
};

/** Where a page was scrolled to is kept for each visit, but for the queue by its address: coming back by link is coming back. */
const placeOf = ({ pathname, search, key }: { pathname: string; search: string; key: string }): string =>
  pathname === paths.staff.reviews() ? `${pathname}${search}` : key;

/** The document around every page, error pages included. One colour scheme: the Digital Agency's tokens are light. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  return (
    <html lang="ja" {...mantineHtmlProps}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" type="image/svg+xml" href={icon} />
        <Meta />
        <Links />
      </head>
      <body>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          forceColorScheme="light"
          getStyleNonce={() => nonce}
        >
          {children}
        </MantineProvider>
        <ScrollRestoration nonce={nonce} getKey={placeOf} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorScreen error={useRouteError()} />;
}
