import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { OutboxPage } from '#app/components/outbox/OutboxPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { outboxText } from '#app/text/staff/outbox.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { outboxMails } from '#db/queries/outbox.ts';

export const meta = pageMeta(outboxText.title);

/** A real installation keeps no copies of mails, and has no such page. */
export const loader = staffRoute.loader({ permission: 'outbox.read' }, async (ctx) => {
  if (ctx.mode === 'production') return ctx.notFound();
  return { mails: await ctx.query(outboxMails, pageNumber(ctx.url)) };
});

export default function OutboxRoute() {
  return <OutboxPage {...useLoaderData<typeof loader>()} />;
}
