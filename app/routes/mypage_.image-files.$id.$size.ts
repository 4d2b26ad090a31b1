import { pictureSize, recordId } from '#app/web/params.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { imageInReach } from '#db/queries/images.ts';

/** The picture of an image within the actor's reach; the file is found by a row, never by its address alone. */
export const loader = mypageRoute.loader(
  { permission: 'image.readOwn', params: { id: recordId, size: pictureSize } },
  async (ctx) => {
    const { id } = (await ctx.query(imageInReach, ctx.params.id)) ?? ctx.notFound();
    return ctx.picture(id, ctx.params.size);
  },
);
