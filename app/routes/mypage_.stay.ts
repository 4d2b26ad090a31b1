import { paths } from '#app/web/paths.ts';
import { mypageRoute } from '#app/web/routes.server.ts';

const options = { permission: 'mypage.home' } as const;

export const loader = mypageRoute.loader(options, async ({ redirect }) => redirect(paths.mypage.home()));

/** 続ける: a sign of life from an open page. That the session was found has noted it; there is nothing else to do. */
export const action = mypageRoute.action(options, async () => new Response(null, { status: 204 }));
