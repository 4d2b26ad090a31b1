import { LoginForm } from '#app/components/mypage/LoginForm.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { loginForm } from '#app/forms/account.ts';
import { signIn } from '#app/procedures/account/signIn.ts';
import { loginText } from '#app/text/mypage/start.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { publicRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(loginText.title);

/** 見本 accounts and their password leave the server in demo mode only. */
async function demoAccounts(newKey: () => string) {
  const { demoEmployers, demoPassword } = await import('#fixtures/demo.ts');
  return demoEmployers.map((account) => ({ ...account, password: demoPassword, key: newKey() }));
}

export const loader = publicRoute.loader({ permission: 'account.signIn' }, async ({ mode, newKey }) => ({
  key: newKey(),
  demo: mode === 'demo' ? await demoAccounts(newKey) : [],
}));

export const action = publicRoute.action({ permission: 'account.signIn' }, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(loginForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const { device } = ctx;
  const input = { email: String(values.email), password: String(values.password), device };
  const outcome = await ctx.signIn('mypage', signIn, input);
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(ctx.url.searchParams.get('next') || paths.mypage.home());
});

export default function LoginPage() {
  const { key, demo } = useLoaderData<typeof loader>();
  return <LoginForm idempotencyKey={key} demo={demo} answer={useActionData<typeof action>()} />;
}
