import { StaffLogin } from '#app/components/account/StaffLogin.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { staffLoginForm } from '#app/forms/account.ts';
import { signIn } from '#app/procedures/staff/signIn.ts';
import { loginText } from '#app/text/staff/login.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { publicRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(loginText.title);

/** 見本 accounts and their password leave the server in demo mode only. */
async function demoAccounts() {
  const { demoPassword, demoStaff } = await import('#fixtures/demo.ts');
  return demoStaff.map(({ loginName, name, about }) => ({ loginName, name, about, password: demoPassword }));
}

export const loader = publicRoute.loader({ permission: 'staff.signIn' }, async ({ mode, newKey, url }) => ({
  idempotencyKey: newKey(),
  next: url.searchParams.get('next') ?? '',
  demo: mode === 'demo' ? await demoAccounts() : [],
}));

export const action = publicRoute.action({ permission: 'staff.signIn' }, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(staffLoginForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const input = { loginName: String(values.login_name), password: String(values.password) };
  const outcome = await ctx.signIn('staff', signIn, input);
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(ctx.url.searchParams.get('next') || paths.staff.today());
});

export default function StaffLoginPage() {
  return <StaffLogin {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
