import { ReferralDecision } from '#app/components/referral/ReferralDecision.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { ReferralResult, ResultChannel } from '#app/domain/referral.ts';
import { staffResultForm } from '#app/forms/referral.ts';
import { registerResult } from '#app/procedures/referral/registerResult.ts';
import { referralsText } from '#app/text/staff/referrals.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { shownReferral } from '#app/web/shownReferral.server.ts';
import { referralCard } from '#db/queries/referralCard.ts';

export const meta = pageMeta(referralsText.acts.result.title);

const guard = { permission: 'referral.registerResult', params: { id: recordId } } as const;
const view = { screen: 'referral.result', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => ({
  ...shownReferral(ctx, await ctx.query(referralCard, ctx.params.id)),
  idempotencyKey: ctx.newKey(),
}));

export const action = staffRoute.action(guard, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(staffResultForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const differed = textIn(values, 'conditions_differed');
  const outcome = await ctx.perform(registerResult, {
    referralId: ctx.params.id,
    version: ctx.form.version ?? 0,
    // The catalogue's choices are these words and no others.
    result: textIn(values, 'result') as ReferralResult,
    channel: textIn(values, 'channel') as ResultChannel,
    conditionsDiffered: differed === null ? null : differed === 'yes',
    conditionsNote: textIn(values, 'conditions_note'),
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.referral(ctx.params.id), 'result-registered');
});

export default function ReferralResultScreen() {
  const answer = useActionData<typeof action>();
  return (
    <ReferralDecision
      {...useLoaderData<typeof loader>()}
      act="result"
      form={staffResultForm}
      answer={answer}
    />
  );
}
