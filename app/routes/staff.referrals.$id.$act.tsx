import { ReferralDecision } from '#app/components/referral/ReferralDecision.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { cancelReferralForm, reopenReferralForm } from '#app/forms/referral.ts';
import { cancelReferral } from '#app/procedures/referral/cancel.ts';
import { reopenReferral } from '#app/procedures/referral/reopen.ts';
import { referralsText } from '#app/text/staff/referrals.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { shownReferral } from '#app/web/shownReferral.server.ts';
import { referralCard } from '#db/queries/referralCard.ts';

/** Acts that ask for a reason and nothing else, each with what is said afterwards. */
const acts = {
  cancel: { procedure: cancelReferral, done: 'referral-cancelled' },
  reopen: { procedure: reopenReferral, done: 'referral-reopened' },
} as const;

const forms = { cancel: cancelReferralForm, reopen: reopenReferralForm } as const;

const actNamed = (name: string | undefined) => (name === 'cancel' || name === 'reopen' ? name : null);

export const meta = pageMeta<{ act: keyof typeof forms }>(({ act }) => referralsText.acts[act].title);

const guard = { permission: 'referral.correct', params: { id: recordId, act: actNamed } } as const;
const view = { screen: 'referral.correct', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => ({
  ...shownReferral(ctx, await ctx.query(referralCard, ctx.params.id)),
  act: ctx.params.act,
  idempotencyKey: ctx.newKey(),
}));

export const action = staffRoute.action(guard, async (ctx) => {
  const { procedure, done } = acts[ctx.params.act];
  const { values, typed, errors } = ctx.form.read(forms[ctx.params.act]);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(procedure, {
    referralId: ctx.params.id,
    version: ctx.form.version ?? 0,
    reason: textIn(values, 'reason') ?? '',
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.referral(ctx.params.id), done);
});

export default function ReferralActScreen() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ReferralDecision {...shown} form={forms[shown.act]} answer={answer} />;
}
