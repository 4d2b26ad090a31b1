import { WithdrawForm } from '#app/components/ownAccount/WithdrawForm.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { confirmForm } from '#app/forms/account.ts';
import { erasedFrom } from '#app/procedures/account/support.ts';
import { withdrawMypage } from '#app/procedures/account/withdraw.ts';
import { accountText } from '#app/text/mypage/account.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';
import { mypageEmails } from '#db/queries/mypageAccount.ts';
import { mypageOpenItems } from '#db/queries/mypageOpenItems.ts';

export const meta = pageMeta(accountText.withdraw.title);

const options = { permission: 'account.withdraw' } as const;

export const loader = mypageRoute.loader(options, async (ctx) => {
  const { rules, today } = ctx;
  const { office } = await ctx.query(mypageAccess, today);
  return {
    today,
    erasedFrom: erasedFrom(rules, today, today),
    days: Number(rules.parameter('retention/account', 'withdrawalDays', today)),
    office,
    emails: await ctx.query(mypageEmails),
    open: await ctx.query(mypageOpenItems, today),
    dataKey: ctx.newKey(),
    idempotencyKey: ctx.newKey(),
  };
});

export const action = mypageRoute.action(options, async (ctx) => {
  const { values, errors } = ctx.form.read(confirmForm);
  if (errors.length > 0) return ctx.invalid(errors);
  const input = { currentPassword: String(values.current_password) };
  const outcome = await ctx.perform(withdrawMypage, input, { receipt: false });
  if (!outcome.ok) return ctx.invalid(outcome);
  ctx.forgetSession();
  return ctx.redirect(paths.mypage.login(), 'withdrawn');
});

export default function WithdrawScreen() {
  return <WithdrawForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
