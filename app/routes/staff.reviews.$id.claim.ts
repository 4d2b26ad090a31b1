import { recordId } from '#app/web/params.ts';
import { staffRoute } from '#app/web/routes.server.ts';

/** A sign of the holder from an open page: `{ held }` says whether the claim is still theirs. */
export const action = staffRoute.action(
  { permission: 'review.claim', params: { id: recordId } },
  async (ctx) => Response.json({ held: await ctx.keepClaim(ctx.params.id) }),
);
