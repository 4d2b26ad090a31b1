import { paths } from '#app/web/paths.ts';
import { staffRoute } from '#app/web/routes.server.ts';

/** 画像の審査 had a list of its own; it is a tab of the queue. */
export const loader = staffRoute.loader({ permission: 'image.read' }, async (ctx) =>
  ctx.moved(paths.staff.reviews({ kind: 'image' })),
);
