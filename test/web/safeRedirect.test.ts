import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withDone } from '#app/web/flash.ts';
import { safeRedirect } from '#app/web/safeRedirect.ts';

describe('Where a redirect may lead', () => {
  test.each(['/', '/staff', '/staff/reviews?state=due&page=2', '/staff#main', '/mypage/postings/1/steps/3'])(
    '%s stays as it is',
    (address) => expect(safeRedirect(address)).toBe(address),
  );

  test.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    '/..//elsewhere.example',
    'javascript:alert(1)',
    'staff',
    '',
    '/%zz\u0000',
    null,
    undefined,
    42,
    ['/staff'],
  ])('%j leads home', (address) => expect(safeRedirect(address)).toBe('/'));

  test('an endless address leads home', () => expect(safeRedirect(`/${'a'.repeat(2_000)}`)).toBe('/'));

  test('whatever is asked for, a browser stays on our host', () => {
    const ours = 'https://ours.example';
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '//',
      ':',
      '@',
      '.',
      '..',
      '\t',
      '\n',
      '%2f',
      '%5c',
      '?',
      '#',
      'a',
      'elsewhere.example',
    );
    const address = fc.oneof(
      fc.string(),
      fc.string({ unit: pieces }),
      fc.webUrl(),
      fc.string({ unit: pieces }).map((text) => `/${text}`),
    );
    fc.assert(
      fc.property(address, (text) => new URL(safeRedirect(text), ours).origin === ours),
      { numRuns: 500 },
    );
  });
});

describe('The message for the next page', () => {
  test.each([
    ['/staff', '/staff?done=signed-out'],
    ['/staff?page=2', '/staff?page=2&done=signed-out'],
    ['/staff#list', '/staff?done=signed-out#list'],
  ])('%s becomes %s', (address, marked) => expect(withDone(address, 'signed-out')).toBe(marked));
});
