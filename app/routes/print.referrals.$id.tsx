import { letterRecordsOf, letterSheet } from '#app/components/sheet/letter.ts';
import { SheetPage } from '#app/components/sheet/SheetPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { referralsText } from '#app/text/staff/referrals.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { referralCard } from '#db/queries/referralCard.ts';

export const meta = pageMeta(referralsText.letter.title);

const guard = { permission: 'referral.make', params: { id: recordId } } as const;
const view = { screen: 'referral.letter', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const { id } = ctx.params;
  const card = (await ctx.query(referralCard, id)) ?? ctx.notFound();
  return {
    issued: {
      sheet: letterSheet(letterRecordsOf(card)),
      issuedAt: ctx.now,
      issuer: `${(await ctx.office()).name} ${ctx.actor.name}`,
    },
    pdf: paths.print.referralPdf(id),
    back: paths.staff.referral(id),
  };
});

export default function ReferralLetterScreen() {
  return <SheetPage {...useLoaderData<typeof loader>()} />;
}
