import { agesOn } from '#app/procedures/referral/support.ts';
import type { StaffLoader } from './context.ts';

type Card = { posting: { officeId: string }; seeker: { officeId: string } };

/** What every page about one referral shows; 404 outside the actor's reach. */
export function shownReferral<Found extends Card>(ctx: StaffLoader<unknown>, found: Found | null) {
  const card = found ?? ctx.notFound();
  const { officeId } = ctx.actor;
  return {
    ...card,
    ages: agesOn(ctx.rules, ctx.today),
    own: { posting: card.posting.officeId === officeId, seeker: card.seeker.officeId === officeId },
  };
}
