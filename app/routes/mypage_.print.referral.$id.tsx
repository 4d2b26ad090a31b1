import { ClosedFeature } from '#app/components/mypage/ClosedFeature.tsx';
import { letterSheet } from '#app/components/sheet/letter.ts';
import { SheetPage } from '#app/components/sheet/SheetPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { applicantsText } from '#app/text/mypage/applicants.ts';
import { sheetsText } from '#app/text/sheets.ts';
import { referralsText } from '#app/text/staff/referrals.ts';
import { mypageFeature } from '#app/web/mypageFeature.server.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { applicantCard } from '#db/queries/applicants.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';

export const meta = pageMeta(referralsText.letter.title);

export const loader = mypageRoute.loader(
  { permission: 'referral.readOwn', params: { id: recordId } },
  async (ctx) => {
    const back = paths.mypage.applicant(ctx.params.id);
    const { office, closed } = await mypageFeature(
      ctx,
      await ctx.query(mypageAccess, ctx.today),
      'applicants',
    );
    if (closed) return { closed };
    const card = (await ctx.query(applicantCard, ctx.params.id, ctx.today)) ?? ctx.notFound();
    // The page about the applicant says why there is no letter.
    if (card.letter === null) return ctx.redirect(back);
    await ctx.viewed('applicant.letter', card.referral.id, office.id);
    const { establishmentName, applicant, interview, note, referredBy } = card.letter;
    const { number, state, referredOn } = card.referral;
    return {
      closed,
      letter: {
        issued: {
          sheet: letterSheet({
            referral: { number, state, referredOn, interview, note },
            establishment: { name: establishmentName },
            posting: card.posting,
            seeker: applicant,
            office: card.office,
            referredBy,
          }),
          issuedAt: ctx.now,
          issuer: sheetsText.mypageIssuer(establishmentName),
        },
        pdf: null,
        back,
      },
    };
  },
);

export default function OwnLetterScreen() {
  const shown = useLoaderData<typeof loader>();
  return shown.closed === null ? (
    <SheetPage {...shown.letter} />
  ) : (
    <ClosedFeature title={applicantsText.title} closed={shown.closed} />
  );
}
