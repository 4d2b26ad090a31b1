import { paths } from '#app/web/paths.ts';
import { staffRoute } from '#app/web/routes.server.ts';

const options = { permission: 'staff.home' } as const;

export const loader = staffRoute.loader(options, async ({ redirect }) => redirect(paths.staff.today()));

/** 続ける: a sign of life from an open page. That the session was found has noted it; there is nothing else to do. */
export const action = staffRoute.action(options, async () => new Response(null, { status: 204 }));
