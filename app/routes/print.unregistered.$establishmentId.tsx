import { UnregisteredSheet } from '#app/components/referral/UnregisteredSheet.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { agesOn } from '#app/procedures/referral/support.ts';
import { referralsText } from '#app/text/staff/referrals.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { unregisteredResults } from '#db/queries/unregisteredResults.ts';

export const meta = pageMeta(referralsText.unregistered.title);

export const loader = staffRoute.loader(
  {
    permission: 'referral.read',
    params: { establishmentId: recordId },
    view: { screen: 'referral.unregistered', subject: ({ establishmentId }) => establishmentId },
  },
  async (ctx) => ({
    ...((await ctx.query(unregisteredResults, ctx.params.establishmentId)) ?? ctx.notFound()),
    ages: agesOn(ctx.rules, ctx.today),
    today: ctx.today,
    now: ctx.now,
    issuer: ctx.actor.name,
  }),
);

export default function UnregisteredScreen() {
  return <UnregisteredSheet {...useLoaderData<typeof loader>()} />;
}
