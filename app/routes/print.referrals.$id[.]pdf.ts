import { letterRecordsOf, letterSheet } from '#app/components/sheet/letter.ts';
import { recordId } from '#app/web/params.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { referralCard } from '#db/queries/referralCard.ts';

const guard = { permission: 'referral.make', params: { id: recordId } } as const;
const view = { screen: 'referral.letter', subject: ({ id }: { id: string }) => id };

/** 紹介状 as a PDF file. */
export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const card = (await ctx.query(referralCard, ctx.params.id)) ?? ctx.notFound();
  const issuer = `${(await ctx.office()).name} ${ctx.actor.name}`;
  return ctx.pdf({ sheet: letterSheet(letterRecordsOf(card)), issuedAt: ctx.now, issuer });
});
