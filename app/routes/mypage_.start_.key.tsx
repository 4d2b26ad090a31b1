import { KeyForm } from '#app/components/mypage/KeyForm.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { keyForm } from '#app/forms/account.ts';
import { canonicalKey, keyLengthProblem } from '#app/forms/verificationKey.ts';
import { checkKey } from '#app/procedures/account/checkKey.ts';
import { requestKey } from '#app/procedures/account/requestKey.ts';
import { startText } from '#app/text/mypage/start.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { startRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(startText.titles.key);

export const loader = startRoute.loader(
  { permission: 'account.open' },
  async ({ start, rules, today, newKey, url }) => ({
    email: start.email,
    purpose: start.purpose,
    minutes: Number(rules.parameter('limits/account', 'keyMinutes', today)),
    sender: startText.sender(url.hostname),
    enterKey: newKey(),
    resendKey: newKey(),
  }),
);

export const action = startRoute.action({ permission: 'account.open' }, async (ctx) => {
  const { email, purpose } = ctx.start;
  if (ctx.form.intent === 'resend') {
    const sent = await ctx.perform(requestKey, { email, purpose });
    return sent.ok ? ctx.redirect(paths.mypage.startKey(), 'key-sent') : ctx.invalid(sent);
  }
  const { values, typed, errors } = ctx.form.read(keyForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const key = canonicalKey(String(values.key));
  const problem = keyLengthProblem(key);
  if (problem !== null) return ctx.invalid([problem], typed);
  const checked = await ctx.perform(checkKey, { email, key });
  if (!checked.ok) return ctx.invalid(checked, typed);
  await ctx.updateStart({ ...ctx.start, keyId: checked.value.keyId });
  return ctx.redirect(paths.mypage.startPassword());
});

export default function KeyPage() {
  return <KeyForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
