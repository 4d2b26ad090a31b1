import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { MailsPage } from '#app/components/mail/MailsPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { jobStates } from '#app/domain/job.ts';
import { mailsText } from '#app/text/staff/mails.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { mailLog } from '#db/queries/mails.ts';

export const meta = pageMeta(mailsText.title);

export const loader = staffRoute.loader({ permission: 'mail.read' }, async (ctx) => {
  const asked = (name: string) => ctx.url.searchParams.get(name) ?? undefined;
  const of = recordId(asked('of'));
  const state = jobStates.find((one) => one === asked('state')) ?? null;
  return { of, state, mails: await ctx.query(mailLog, { of, state }, pageNumber(ctx.url)) };
});

export default function MailsScreen() {
  return <MailsPage {...useLoaderData<typeof loader>()} />;
}
