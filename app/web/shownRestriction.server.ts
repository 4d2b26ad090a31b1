import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Restriction } from '#app/domain/restriction.ts';
import { agesOn } from '#app/procedures/referral/support.ts';
import { featuresUnderRestriction, forecastOf } from '#app/procedures/restriction/forecast.ts';
import type { StaffLoader } from './context.ts';

type Card = {
  restriction: Restriction;
  missing: readonly { referredOn: CalendarDate; unregistered: number }[];
  overdue: { total: number };
  history: readonly Pick<Restriction, 'id' | 'released'>[];
};

/** Which results the card of a restriction lists: those overdue today, by pages. */
export const overdueShown = ({ rules, today, url }: StaffLoader<unknown>) => ({
  page: pageNumber(url),
  overdueBefore: agesOn(rules, today).overdueBefore,
});

/** What every page about one restriction shows; 404 outside the actor's office. */
export async function shownRestriction<Found extends Card>(ctx: StaffLoader<unknown>, found: Found | null) {
  const { rules, today } = ctx;
  const card = found ?? ctx.notFound();
  const { restriction, missing, overdue, history } = card;
  const ages = agesOn(rules, today);
  const promisedOn = restriction.released?.promisedOn ?? null;
  const restrictedAgain =
    restriction.released !== null &&
    history.some(({ id, released }) => released === null && id !== restriction.id);
  return {
    ...card,
    ages,
    overdueNow: overdue.total,
    oldest: overdue.total === 0 ? null : (missing[0]?.referredOn ?? null),
    features: await featuresUnderRestriction(rules, today),
    forecast:
      restrictedAgain || restriction.released?.transferId
        ? null
        : {
            promisedOn: promisedOn !== null && promisedOn >= today ? promisedOn : null,
            day: forecastOf(missing, ages, { today, promisedOn }),
          },
  };
}
