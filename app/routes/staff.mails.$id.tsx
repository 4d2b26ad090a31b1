import { MailPage } from '#app/components/mail/MailPage.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { resendForm } from '#app/forms/mail.ts';
import { resendMail } from '#app/procedures/mail/resend.ts';
import { mailsText } from '#app/text/staff/mails.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { mailOf } from '#db/queries/mails.ts';

export const meta = pageMeta(mailsText.one.title);

const params = { id: recordId };

/** The address leaves the server only when somebody asks for it, and then with a row of the view log. */
export const loader = staffRoute.loader({ permission: 'mail.read', params }, async (ctx) => {
  const { recipient, ...mail } = (await ctx.query(mailOf, ctx.params.id)) ?? ctx.notFound();
  const opened = ctx.url.searchParams.get('open') === '1' && recipient !== null;
  if (opened) await ctx.viewed('mail.recipient', mail.establishmentId);
  return {
    mail: { ...mail, copyId: ctx.mode === 'production' ? null : mail.copyId },
    recipient: recipient === null || opened ? recipient : mailsText.one.masked(recipient),
    opened,
    idempotencyKey: ctx.may('mail.resend') ? ctx.newKey() : null,
  };
});

export const action = staffRoute.action({ permission: 'mail.resend', params }, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(resendForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(resendMail, {
    jobId: ctx.params.id,
    reason: textIn(values, 'reason') ?? '',
  });
  return outcome.ok ? ctx.redirect(paths.staff.mails(), 'mail-resent') : ctx.invalid(outcome, typed);
});

export default function MailScreen() {
  return <MailPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
