import { matchRoutes } from '@remix-run/react';
import { expect, test } from 'vitest';
import { type ListedRoute, routeNames } from '#app/web/http/routeNames.ts';

const routes: readonly ListedRoute[] = [
  { id: 'root', path: '' },
  { id: 'routes/_index', index: true, parentId: 'root' },
  { id: 'routes/staff', path: 'staff', parentId: 'root' },
  { id: 'routes/staff._index', index: true, parentId: 'routes/staff' },
  { id: 'routes/staff.reviews._index', path: 'reviews', index: true, parentId: 'routes/staff' },
  { id: 'routes/staff.reviews.$id._index', path: 'reviews/:id', index: true, parentId: 'routes/staff' },
  { id: 'routes/staff.reviews.$id.accept', path: 'reviews/:id/accept', parentId: 'routes/staff' },
  { id: 'routes/staff.reviews.done', path: 'reviews/done', parentId: 'routes/staff' },
  { id: 'routes/staff_.login', path: 'staff/login', parentId: 'root' },
  { id: 'routes/print.$sheet.$id', path: 'print/:sheet/:id', parentId: 'root' },
  { id: 'routes/print.$sheet.$id[.]pdf', path: 'print/:sheet/:id.pdf', parentId: 'root' },
  { id: 'routes/print.referrals.$id', path: 'print/referrals/:id', parentId: 'root' },
  { id: 'routes/staff.assist.$', path: 'assist/:establishmentId/*', parentId: 'routes/staff' },
];

type Branch = { id: string; path?: string; index?: boolean; children?: Branch[] };
const branches = (parent: string | undefined): Branch[] =>
  routes
    .filter(({ parentId }) => parentId === parent)
    .map(({ id, path, index }) => ({
      id,
      ...(path === undefined ? {} : { path }),
      ...(index ? { index } : { children: branches(id) }),
    }));

const routeOf = routeNames(routes);

test.each([
  '/',
  '/staff',
  '/staff/',
  '/staff/login',
  '/staff/reviews',
  '/staff/reviews/done',
  '/staff/reviews/0192',
  '/staff/reviews/0192/accept',
  '/staff/assist/0192/mypage/postings',
  '/print/receipt/0192',
  '/print/receipt/0192.pdf',
  '/print/referrals/0192',
  '/staff/nothing/here',
  '/mypage',
])('%s is named as Remix matches it', (pathname) => {
  const matched = matchRoutes(branches(undefined) as Parameters<typeof matchRoutes>[0], pathname);
  const id = (matched?.at(-1)?.route as Branch | undefined)?.id;
  const isFrame = routes.some(({ parentId }) => parentId === id);
  expect(routeOf(pathname)).toBe(id === undefined || isFrame ? 'unknown' : id.replace('routes/', ''));
});

test.each([
  ['/staff.data', 'staff._index'],
  ['/_root.data', '_index'],
  ['/staff/reviews/0192/accept.data', 'staff.reviews.$id.accept'],
])('what a script asks for is told under its page: %s', (pathname, name) => {
  expect(routeOf(pathname)).toBe(name);
});

test('whatever else is asked for has one name, so that nobody can make up new figures', () => {
  for (const path of ['/wp-login.php', '/%00', '//staff', '/staff/reviews/1/2/3', '/..', ''])
    expect(['unknown', '_index', 'staff._index']).toContain(routeOf(path));
});
