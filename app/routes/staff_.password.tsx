import { PasswordPage } from '#app/components/staff/PasswordPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { ownPasswordForm } from '#app/forms/staff.ts';
import { changePassword } from '#app/procedures/staff/changePassword.ts';
import { passwordText } from '#app/text/staff/login.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(passwordText.title);

export const loader = staffRoute.loader({ permission: 'staff.home' }, async (ctx) => {
  const limit = (name: string) => Number(ctx.rules.parameter('limits/account', name, ctx.today));
  return {
    min: limit('passwordMinLength'),
    max: limit('passwordMaxLength'),
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action({ permission: 'staff.home' }, async (ctx) => {
  const { values, errors } = ctx.form.read(ownPasswordForm);
  if (errors.length > 0) return ctx.invalid(errors);
  const input = { current: String(values.current), password: String(values.password) };
  const outcome = await ctx.perform(changePassword, input);
  return outcome.ok ? ctx.redirect(paths.staff.login(), 'staff-password-changed') : ctx.invalid(outcome);
});

export default function PasswordScreen() {
  return <PasswordPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
