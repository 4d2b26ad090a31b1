import { WithdrawPage } from '#app/components/minimumWage/WithdrawPage.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { minimumWageWithdrawalForm } from '#app/forms/minimumWage.ts';
import { prefectures } from '#app/forms/prefectures.ts';
import { withdrawMinimumWage } from '#app/procedures/minimumWage/withdraw.ts';
import { minimumWagesText } from '#app/text/staff/minimumWages.ts';
import { recordId, textLike } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { minimumWages } from '#db/queries/minimumWages.ts';

export const meta = pageMeta(minimumWagesText.withdrawTitle);

const guard = {
  permission: 'minimumWage.enter',
  params: { code: textLike(/^\d{2}$/), id: recordId },
} as const;

export const loader = staffRoute.loader(guard, async (ctx) => {
  const { code, id } = ctx.params;
  const { entered } = await ctx.query(minimumWages);
  const wage = entered.find((one) => one.id === id && one.prefecture === code) ?? ctx.notFound();
  return {
    code,
    name: prefectures.find(({ value }) => value === code)?.label ?? code,
    wage,
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(minimumWageWithdrawalForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(withdrawMinimumWage, {
    wageId: ctx.params.id,
    version: ctx.form.version ?? 0,
    reason: textIn(values, 'reason') ?? '',
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.minimumWage(outcome.value.prefecture), 'wage-withdrawn');
});

export default function WithdrawScreen() {
  return <WithdrawPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
