import { PasswordForm } from '#app/components/mypage/PasswordForm.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { passwordForm } from '#app/forms/account.ts';
import { setPassword } from '#app/procedures/account/setPassword.ts';
import { startText } from '#app/text/mypage/start.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { startRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(startText.titles.password);

/** What is said at home, by what the key was asked for. */
const afterwards = { start: 'mypage-opened', register: 'account-made', forgot: 'password-reset' } as const;

export const loader = startRoute.loader({ permission: 'account.open' }, async (ctx) => {
  if (ctx.start.keyId === undefined) return ctx.redirect(paths.mypage.startKey());
  const limit = (name: string) => Number(ctx.rules.parameter('limits/account', name, ctx.today));
  const [min, max] = [limit('passwordMinLength'), limit('passwordMaxLength')];
  return { email: ctx.start.email, purpose: ctx.start.purpose, min, max, key: ctx.newKey() };
});

export const action = startRoute.action({ permission: 'account.open' }, async (ctx) => {
  const { keyId } = ctx.start;
  if (keyId === undefined) return ctx.redirect(paths.mypage.startKey());
  const { values, errors } = ctx.form.read(passwordForm);
  if (errors.length > 0) return ctx.invalid(errors);
  // No receipt: it would keep a digest of the password.
  const input = { keyId, password: String(values.password) };
  const outcome = await ctx.perform(setPassword, input, { receipt: false });
  if (!outcome.ok) return ctx.invalid(outcome);
  await ctx.endStart();
  await ctx.beginSession('mypage', outcome.value.accountId);
  return ctx.redirect(paths.mypage.home(), afterwards[ctx.start.purpose]);
});

export default function PasswordPage() {
  const { key, ...rest } = useLoaderData<typeof loader>();
  return <PasswordForm {...rest} idempotencyKey={key} answer={useActionData<typeof action>()} />;
}
