import { filterOf, queueAddress } from '#app/components/queue/address.ts';
import { isRecordId } from '#app/domain/ids.ts';
import { BadInput } from '#app/procedures/procedure.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { queueNews } from '#db/queries/queue/news.ts';

/** What has happened to an open page of the queue: `{ arrived, holders }` of the postings it shows. */
export const loader = staffRoute.loader({ permission: 'review.read' }, async (ctx) => {
  const { searchParams } = ctx.url;
  const since = searchParams.get('since') ?? '';
  const postings = searchParams.getAll('posting').filter(isRecordId);
  if (Number.isNaN(Date.parse(since))) throw new BadInput('No page of the queue was made then.');
  const seen = { since: new Date(since).toISOString(), postings };
  return Response.json(await ctx.query(queueNews, filterOf(queueAddress(ctx.url)), seen, ctx.today, ctx.now));
});
