import { MailView } from '#app/components/outbox/MailView.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { outboxText } from '#app/text/staff/outbox.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { outboxMail } from '#db/queries/outbox.ts';

export const meta = pageMeta(outboxText.mailTitle);

export const loader = staffRoute.loader(
  { permission: 'outbox.read', params: { id: recordId } },
  async (ctx) => {
    if (ctx.mode === 'production') return ctx.notFound();
    const mail = await ctx.query(outboxMail, ctx.params.id);
    return mail === null ? ctx.notFound() : { mail };
  },
);

export default function MailRoute() {
  return <MailView {...useLoaderData<typeof loader>()} />;
}
