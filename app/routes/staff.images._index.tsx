import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { ImageQueuePage } from '#app/components/image/QueuePage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { imageReviewText } from '#app/text/staff/images.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { imageQueue } from '#db/queries/imageQueue.ts';

export const meta = pageMeta(imageReviewText.queueTitle);

export const loader = staffRoute.loader({ permission: 'image.read' }, async (ctx) => ({
  queue: await ctx.query(imageQueue, pageNumber(ctx.url)),
}));

export default function ImageQueueRoute() {
  return <ImageQueuePage {...useLoaderData<typeof loader>()} />;
}
