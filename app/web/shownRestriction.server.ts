import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { agesOn } from '#app/procedures/referral/support.ts';
import { featuresUnderRestriction, forecastOf } from '#app/procedures/restriction/forecast.ts';
import { restrictionCard } from '#db/queries/restrictionCard.ts';
import type { StaffLoader } from './context.ts';

/** What every page about one restriction shows; 404 outside the actor's office. */
export async function shownRestriction(ctx: StaffLoader<{ id: string }>) {
  const { rules, today } = ctx;
  const ages = agesOn(rules, today);
  const { missing, ...card } =
    (await ctx.query(restrictionCard, ctx.params.id, {
      page: pageNumber(ctx.url),
      overdueBefore: ages.overdueBefore,
    })) ?? ctx.notFound();
  const { released } = card.restriction;
  const promisedOn = released?.promisedOn ?? null;
  const restrictedAgain =
    released !== null && card.history.some((one) => one.released === null && one.id !== card.restriction.id);
  return {
    ...card,
    ages,
    overdueNow: card.overdue.total,
    oldest: card.overdue.total === 0 ? null : (missing[0]?.referredOn ?? null),
    features: await featuresUnderRestriction(rules, today),
    forecast: restrictedAgain
      ? null
      : {
          promisedOn: promisedOn !== null && promisedOn >= today ? promisedOn : null,
          day: forecastOf(missing, ages, { today, promisedOn }),
        },
  };
}
