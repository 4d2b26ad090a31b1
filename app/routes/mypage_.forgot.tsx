import { ForgotForm } from '#app/components/mypage/ForgotForm.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { forgotForm } from '#app/forms/account.ts';
import { requestKey } from '#app/procedures/account/requestKey.ts';
import { startText } from '#app/text/mypage/start.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { publicRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(startText.titles.forgot);

export const loader = publicRoute.loader({ permission: 'account.open' }, async ({ newKey, url }) => ({
  idempotencyKey: newKey(),
  sender: startText.sender(url.hostname),
}));

export const action = publicRoute.action({ permission: 'account.open' }, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(forgotForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const about = { email: String(values.email), purpose: 'forgot' } as const;
  const outcome = await ctx.perform(requestKey, about);
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  await ctx.beginStart(about);
  return ctx.redirect(paths.mypage.startKey(), 'key-sent');
});

export default function ForgotPage() {
  return <ForgotForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
