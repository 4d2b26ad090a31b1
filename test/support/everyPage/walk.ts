import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '#app/web/remix.server.ts';
import type { Walker } from './walkers.ts';

/** A page as it is served: the route that made it, who asked for it, where it is, and its HTML. */
export type ServedPage = { screen: string; walker: Walker; address: string; html: string };

/** Addresses of one route that one walker opens: lists with filters have more than anybody reads. */
const addressesPerScreen = 2;

type Route = { id: string; pattern: RegExp; loose: number; isScreen: boolean };

const patternOf = (segment: string): string => {
  if (segment === '*') return '.+';
  const [name = '', ...endings] = segment.split('.');
  return [name.startsWith(':') ? '[^/]+' : name, ...endings].join('\\.');
};

/** Every route of the built app with an address of its own, the most exact first; a screen is one that shows something. */
async function builtRoutes(): Promise<readonly Route[]> {
  const file = pathToFileURL(path.resolve('build/server/index.js')).href;
  const { routes }: ServerBuild = await import(/* @vite-ignore */ file);
  const all = Object.values(routes).filter((route) => route !== undefined);
  const pathOf = (id: string | undefined): string =>
    id === undefined ? '' : [pathOf(routes[id]?.parentId), routes[id]?.path ?? ''].filter(Boolean).join('/');
  const isFrame = (id: string): boolean =>
    id === 'root' || all.some(({ parentId, index }) => parentId === id && index);
  return all
    .filter(({ id }) => !isFrame(id))
    .map(({ id, module }) => {
      const segments = pathOf(id).split('/');
      const dynamic = segments.filter((one) => one.startsWith(':')).length;
      return {
        id,
        pattern: new RegExp(`^/${segments.map(patternOf).join('/')}$`),
        loose: segments.includes('*') ? 100 : dynamic,
        isScreen: module.default !== undefined,
      };
    })
    .toSorted((a, b) => a.loose - b.loose || b.pattern.source.length - a.pattern.source.length);
}

const linksIn = (html: string): string[] =>
  [...html.matchAll(/ href="(\/[^"#]*)/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));

/**
 * Follows every link from every door, as a browser without JavaScript does, and never sends a form.
 *
 * @returns the screens of the app, what was served of them, and every answer that was an error.
 */
export async function walk(origin: string, walkers: readonly Walker[]) {
  const routes = await builtRoutes();
  const routeOf = (address: string) => {
    const { pathname } = new URL(address, origin);
    const route = routes.find(({ pattern }) => pattern.test(pathname));
    return route?.isScreen ? route : undefined;
  };
  const served: ServedPage[] = [];
  const refused: string[] = [];

  const goRound = async (walker: Walker): Promise<void> => {
    const opened = new Map<string, number>();
    const known = new Set(walker.doors);
    const waiting = [...walker.doors];
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const answer = await fetch(`${origin}${address}`, {
        headers: { cookie: walker.cookie },
        redirect: 'manual',
      });
      const html = await answer.text();
      const screen = routeOf(address)?.id;
      if (answer.status >= 400) refused.push(`${walker.name} ${address}: ${answer.status}`);
      if (answer.status === 200 && screen !== undefined) served.push({ screen, walker, address, html });
      const moved = answer.headers.get('location');
      for (const link of moved === null ? linksIn(html) : [moved]) {
        const to = routeOf(link)?.id;
        const count = opened.get(to ?? '') ?? 0;
        if (to === undefined || known.has(link) || count >= addressesPerScreen) continue;
        opened.set(to, count + 1);
        known.add(link);
        waiting.push(link);
      }
    }
  };
  await Promise.all(walkers.map(goRound));
  return { screens: routes.filter(({ isScreen }) => isScreen).map(({ id }) => id), served, refused };
}
