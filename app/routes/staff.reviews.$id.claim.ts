import { recordId } from '#app/web/params.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { handOverOf } from '#db/queries/handOver.ts';

/** A sign of the holder from an open page: whether the claim is still theirs, and who asks for it. */
export const action = staffRoute.action(
  { permission: 'review.claim', params: { id: recordId } },
  async (ctx) => {
    const held = await ctx.keepClaim(ctx.params.id);
    const request = await ctx.query(handOverOf, ctx.params.id, ctx.now);
    return Response.json({ held, askedBy: request?.side === 'of-you' ? request.askedBy.id : null });
  },
);
