import { ReferralLetter } from '#app/components/referral/ReferralLetter.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { referralsText } from '#app/text/staff/referrals.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { referralCard } from '#db/queries/referralCard.ts';

export const meta = pageMeta(referralsText.letter.title);

export const loader = staffRoute.loader(
  {
    permission: 'referral.make',
    params: { id: recordId },
    view: { screen: 'referral.letter', subject: ({ id }) => id },
  },
  async (ctx) => {
    const { referral, posting, establishment, seeker, referringOffice, referredBy } =
      (await ctx.query(referralCard, ctx.params.id)) ?? ctx.notFound();
    const { number, state, referredOn, interview, note } = referral;
    return {
      referral: { number, state, referredOn, interview, note },
      posting: { number: posting.number, jobTitle: posting.jobTitle },
      establishment: { name: establishment.name },
      seeker: { name: seeker.name, nameKana: seeker.nameKana, number: seeker.number },
      office: { name: referringOffice.name, phone: referringOffice.phone },
      referredBy,
      now: ctx.now,
      issuer: `${(await ctx.office()).name} ${ctx.actor.name}`,
      back: paths.staff.referral(ctx.params.id),
    };
  },
);

export default function ReferralLetterScreen() {
  return <ReferralLetter {...useLoaderData<typeof loader>()} />;
}
