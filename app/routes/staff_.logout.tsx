import { paths } from '#app/web/paths.ts';
import { staffRoute } from '#app/web/routes.server.ts';

/** Signing out is a POST; somebody who opens the address is sent to the first page. */
export const loader = staffRoute.loader({ permission: 'staff.home' }, async (ctx) =>
  ctx.redirect(paths.staff.today()),
);

export const action = staffRoute.action({ permission: 'staff.home' }, async (ctx) => {
  await ctx.signOut();
  return ctx.redirect(paths.staff.login(), 'signed-out');
});
