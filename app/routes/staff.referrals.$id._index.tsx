import { ReferralPage } from '#app/components/referral/ReferralPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { referralsText } from '#app/text/staff/referrals.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { shownReferral } from '#app/web/shownReferral.server.ts';
import { referralCard } from '#db/queries/referralCard.ts';

export const meta = pageMeta<{ referral: { number: string } }>(({ referral }) =>
  referralsText.over(referral.number),
);

export const loader = staffRoute.loader(
  {
    permission: 'referral.read',
    params: { id: recordId },
    view: { screen: 'referral', subject: ({ id }) => id },
  },
  async (ctx) => ({
    ...shownReferral(ctx, await ctx.query(referralCard, ctx.params.id)),
    may: {
      result: ctx.may('referral.registerResult'),
      correct: ctx.may('referral.correct'),
      print: ctx.may('referral.make'),
    },
  }),
);

export default function ReferralScreen() {
  return <ReferralPage {...useLoaderData<typeof loader>()} />;
}
