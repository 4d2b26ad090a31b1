import { ChangeEmailForm } from '#app/components/ownAccount/EmailForms.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { changeEmailForm } from '#app/forms/account.ts';
import { askEmail } from '#app/procedures/account/askEmail.ts';
import { accountText } from '#app/text/mypage/account.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(accountText.email.title);

const options = { permission: 'account.manage' } as const;

export const loader = mypageRoute.loader(options, async (ctx) => ({
  email: ctx.actor.email,
  idempotencyKey: ctx.newKey(),
}));

export const action = mypageRoute.action(options, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(changeEmailForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const input = {
    currentPassword: String(values.current_password),
    values: { email: String(values.email) },
  };
  const outcome = await ctx.perform(askEmail, input, { receipt: false });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.mypage.accountEmailKey(), 'email-key-sent');
});

export default function ChangeEmailScreen() {
  return <ChangeEmailForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
