import { agesOn } from '#app/procedures/referral/support.ts';
import { referralCard } from '#db/queries/referralCard.ts';
import type { StaffLoader } from './context.ts';

/** What every page about one referral shows; 404 outside the actor's reach. */
export async function shownReferral(ctx: StaffLoader<{ id: string }>) {
  const card = (await ctx.query(referralCard, ctx.params.id)) ?? ctx.notFound();
  const { officeId } = ctx.actor;
  return {
    ...card,
    ages: agesOn(ctx.rules, ctx.today),
    own: { posting: card.posting.officeId === officeId, seeker: card.seeker.officeId === officeId },
  };
}
