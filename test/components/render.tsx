import { MantineProvider } from '@mantine/core';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { type EntryContext, RemixServer } from '#app/web/remix.ts';

/** What a page would send to a browser without scripts: the element as the only route of an app at `path`. */
export function htmlOf(element: ReactElement, path = '/'): string {
  const location = {
    pathname: path.split('?')[0] ?? '/',
    search: path.includes('?') ? `?${path.split('?')[1]}` : '',
  };
  const context = {
    manifest: {
      version: 'test',
      url: '',
      entry: { module: '', imports: [] },
      routes: { page: { id: 'page', path: '*', module: '', hasLoader: false, hasAction: false } },
    },
    routeModules: { page: { default: () => <MantineProvider>{element}</MantineProvider> } },
    staticHandlerContext: {
      matches: [{ route: { id: 'page', path: '*' }, params: {}, pathname: path, pathnameBase: path }],
      location: { ...location, hash: '', state: null, key: 'default' },
      basename: '/',
      loaderData: {},
      actionData: null,
      errors: null,
      statusCode: 200,
      loaderHeaders: {},
      actionHeaders: {},
      activeDeferreds: null,
    },
    future: { v3_relativeSplatPath: true },
    isSpaMode: false,
    serverHandoffString: '',
    serializeError: () => null,
    renderMeta: {},
  };
  return renderToString(
    <RemixServer context={context as unknown as EntryContext} url={`http://localhost${path}`} />,
  )
    .replaceAll('<!-- -->', '')
    .replaceAll(/<style.*?<\/style>/gs, '');
}
