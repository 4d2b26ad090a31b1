import { ChangePasswordForm } from '#app/components/ownAccount/ChangePasswordForm.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { changePasswordForm } from '#app/forms/account.ts';
import { changePassword } from '#app/procedures/account/changePassword.ts';
import { accountText } from '#app/text/mypage/account.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(accountText.password.title);

const options = { permission: 'account.manage' } as const;

export const loader = mypageRoute.loader(options, async (ctx) => {
  const limit = (name: string) => Number(ctx.rules.parameter('limits/account', name, ctx.today));
  return {
    email: ctx.actor.email,
    min: limit('passwordMinLength'),
    max: limit('passwordMaxLength'),
    idempotencyKey: ctx.newKey(),
  };
});

export const action = mypageRoute.action(options, async (ctx) => {
  const { values, errors } = ctx.form.read(changePasswordForm);
  if (errors.length > 0) return ctx.invalid(errors);
  const input = { currentPassword: String(values.current_password), password: String(values.password) };
  // No receipt: it would keep a digest of the passwords.
  const outcome = await ctx.perform(changePassword, input, { receipt: false });
  if (!outcome.ok) return ctx.invalid(outcome);
  await ctx.renewSession();
  return ctx.redirect(paths.mypage.account(), 'password-changed');
});

export default function ChangePasswordScreen() {
  return <ChangePasswordForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
