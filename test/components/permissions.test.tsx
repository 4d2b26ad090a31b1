import { expect, test } from 'vitest';
import { PermissionsPage } from '#app/components/office/PermissionsPage.tsx';
import { permissions } from '#app/domain/permissions.ts';
import { permissionWords } from '#app/text/permissions.ts';
import { htmlOf } from './render.tsx';

/** 求人を受理する ○ ○ －, row by row. */
const rowsIn = (html: string): string[] =>
  [...html.matchAll(/<tr>(<th scope="row".*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)]
      .map(([, cell = '']) => (cell.includes('○') ? '○' : cell.includes('行えない') ? '－' : cell))
      .join(' '),
  );

test('the page of roles and acts is the table that every act is checked against', () => {
  const rows = rowsIn(htmlOf(<PermissionsPage viewer="clerk" />, '/staff/help/permissions'));
  expect(rows).toHaveLength(Object.keys(permissions).length);
  expect(new Set(Object.values(permissionWords)).size).toBe(Object.keys(permissions).length);
  expect(rows).toMatchSnapshot();
});
