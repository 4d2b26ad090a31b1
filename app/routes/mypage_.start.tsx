import { StartForm } from '#app/components/mypage/StartForm.tsx';
import { startIntents } from '#app/components/mypage/startIntents.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { startForm } from '#app/forms/account.ts';
import { requestKey } from '#app/procedures/account/requestKey.ts';
import { startText } from '#app/text/mypage/start.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { publicRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(startText.titles.start);

export const loader = publicRoute.loader({ permission: 'account.open' }, async ({ newKey, url }) => ({
  key: newKey(),
  sender: startText.sender(url.hostname),
}));

export const action = publicRoute.action({ permission: 'account.open' }, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(startForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const about = { email: String(values.email), purpose: 'start' } as const;
  const start = { ...about, consentedAt: ctx.now };
  if (ctx.form.intent === startIntents.haveKey) {
    await ctx.beginStart(start);
    return ctx.redirect(paths.mypage.startKey());
  }
  const outcome = await ctx.perform(requestKey, about);
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  await ctx.beginStart(start);
  return ctx.redirect(paths.mypage.startKey(), 'key-sent');
});

export default function StartPage() {
  const { key, sender } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <StartForm purpose="start" idempotencyKey={key} sender={sender} answer={answer} />;
}
