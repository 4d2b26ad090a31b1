import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { postingSubject } from '#db/queries/staffSubject.ts';

/** 来庁・本登録 of a posting is a sitting of its establishment: everything that is due, registered in one place. */
export const loader = staffRoute.loader(
  { permission: 'visit.register', params: { id: recordId } },
  async (ctx) => {
    const { establishment } = (await ctx.query(postingSubject, ctx.params.id)) ?? ctx.notFound();
    return ctx.redirect(paths.staff.visit(establishment.id));
  },
);
