import { createElement as h } from 'react';
import type { ServerBuild } from '#app/web/remix.server.ts';

/** Where the bench serves the floor page: inside the staff frame, under no loader of its own. */
export const floorPath = '/staff/bench-floor';

const rows = Array.from({ length: 50 }, (_, row) => `${row + 1}`);
const columns = ['来庁期限', '状態', '職種', '事業所', '確認理由', '待ち始め', '担当'];

/** Fifty rows of plain cells in static classes and no data: the least that a list in our frame can cost. */
const FloorPage = () =>
  h(
    'table',
    { className: 'floor-table' },
    h('caption', null, '見本の一覧'),
    h(
      'thead',
      null,
      h('tr', null, ...columns.map((column) => h('th', { key: column, scope: 'col' }, column))),
    ),
    h(
      'tbody',
      null,
      ...rows.map((row) =>
        h(
          'tr',
          { key: row, className: 'floor-row' },
          ...columns.map((column) => h('td', { key: column, className: 'floor-cell' }, `見本 ${row}`)),
        ),
      ),
    ),
  );

/** The built pages, and beside them the floor page. The product's own build does not know it. */
export function withFloorPage(build: ServerBuild): ServerBuild {
  const id = 'routes/bench-floor';
  const frame = 'routes/staff';
  const model = build.assets.routes[frame];
  if (model === undefined) throw new Error('The build has no staff frame.');
  const route = { id, parentId: frame, path: 'bench-floor' };
  return {
    ...build,
    routes: { ...build.routes, [id]: { ...route, module: { default: FloorPage } } },
    assets: {
      ...build.assets,
      routes: {
        ...build.assets.routes,
        [id]: { ...model, ...route, hasLoader: false, imports: [], css: [] },
      },
    },
  };
}
