import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import type { ReferralAges } from '#app/domain/referral.ts';
import { nextRestriction } from '#app/domain/restriction.ts';
import { features, type Verdict } from '#app/domain/verdict.ts';
import type { Unregistered } from '#db/stores/referrals.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';

/** The night of the next restriction if no result comes in any more; null when it never would fall. */
export function forecastOf(
  missing: readonly Unregistered[],
  ages: ReferralAges,
  { today, promisedOn }: { today: CalendarDate; promisedOn: CalendarDate | null },
): CalendarDate | null {
  const days = missing.flatMap(({ referredOn, unregistered }) =>
    Array<CalendarDate>(Math.min(unregistered, ages.maxUnregistered + 1)).fill(referredOn),
  );
  const latest = promisedOn !== null && promisedOn > today ? promisedOn : today;
  return nextRestriction(days, ages, addDays(latest, 1));
}

/** What a restriction closes in a MyPage with a valid posting, by the rule in force, and what it leaves open. */
export async function featuresUnderRestriction(rules: RuleCatalogue, today: CalendarDate) {
  const verdict: Verdict = await rules.decide('access/mypage-features', {
    asOf: today,
    validPostings: 1,
    restricted: true,
    suspended: false,
    withdrawnOn: null,
  });
  const closed = verdict.deny ?? [];
  return { closed, open: features.filter((feature) => !closed.includes(feature)) };
}
