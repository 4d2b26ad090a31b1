import { Link as RemixLink } from '@remix-run/react';
import type { ComponentProps } from 'react';
import { expect, test } from 'vitest';
import { Link } from '#app/web/remix.ts';
import { htmlOf } from './render.tsx';

/** Addresses that are whole, and those that Remix has to resolve. */
const addresses: readonly ComponentProps<typeof RemixLink>['to'][] = [
  '/',
  '/staff/reviews',
  '/staff/reviews?state=under_review&page=2',
  '/mypage/postings/1#r-wage',
  '/staff//reviews',
  '/staff/../mypage',
  '//example.jp/',
  'reviews',
  '?page=2',
  '#main',
  '..',
  'https://example.jp/',
  { pathname: '/staff', search: '?q=1' },
];

/** The attributes of a link by name: their order means nothing. */
const attributesOf = (html: string): string[] =>
  [...(/<a [^>]*>/.exec(html)?.[0] ?? '').matchAll(/[a-z-]+="[^"]*"/g)].map(([one]) => one).toSorted();

test.each(addresses)('A link to %j is written as Remix writes it', (to) => {
  const props = { to, className: 'name', 'aria-current': 'page', state: { from: 1 }, replace: true } as const;
  const [ours, theirs] = [Link, RemixLink].map((One) => htmlOf(<One {...props}>求人</One>, '/staff/reviews'));
  expect(attributesOf(ours ?? '')).toEqual(attributesOf(theirs ?? ''));
  expect(attributesOf(ours ?? '')).not.toEqual([]);
  expect(ours).toContain('>求人</a>');
});

test('A link that loads a document says so to Remix alone', () => {
  const [ours, theirs] = [Link, RemixLink].map((One) =>
    htmlOf(
      <One to="/staff/stats.csv" reloadDocument download>
        CSV
      </One>,
    ),
  );
  expect(attributesOf(ours ?? '')).toEqual(attributesOf(theirs ?? ''));
});
