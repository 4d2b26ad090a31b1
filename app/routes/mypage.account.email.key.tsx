import { EmailKeyForm } from '#app/components/ownAccount/EmailForms.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { keyForm } from '#app/forms/account.ts';
import { canonicalKey, keyLengthProblem } from '#app/forms/verificationKey.ts';
import { confirmEmail } from '#app/procedures/account/confirmEmail.ts';
import { accountText } from '#app/text/mypage/account.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(accountText.email.keyTitle);

const options = { permission: 'account.manage' } as const;

export const loader = mypageRoute.loader(options, async ({ rules, today, newKey }) => ({
  minutes: Number(rules.parameter('limits/account', 'keyMinutes', today)),
  idempotencyKey: newKey(),
}));

export const action = mypageRoute.action(options, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(keyForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const key = canonicalKey(String(values.key));
  const problem = keyLengthProblem(key);
  if (problem !== null) return ctx.invalid([problem], typed);
  const outcome = await ctx.perform(confirmEmail, { key }, { receipt: false });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  await ctx.renewSession();
  return ctx.redirect(paths.mypage.account(), 'email-changed');
});

export default function EmailKeyScreen() {
  return <EmailKeyForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
