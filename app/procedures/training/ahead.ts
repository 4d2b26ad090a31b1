import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import { firstOverdueDay } from '#app/domain/restriction.ts';
import { type TrainingEvent, trainingEvents } from '#app/domain/training.ts';
import type { Unregistered } from '#db/stores/referrals.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import { messageErasureDay } from '../message/support.ts';
import { agesOn } from '../referral/support.ts';
import { forecastOf } from '../restriction/forecast.ts';

type Deadlines = {
  visit: CalendarDate | null;
  validity: CalendarDate | null;
  unnoticed: CalendarDate | null;
  message: CalendarDate | null;
  missing: readonly (readonly Unregistered[])[];
};

/** The nights in which something happens next if nobody does anything, by the rules in force, the first one first. */
export function eventsAhead(
  rules: RuleCatalogue,
  today: CalendarDate,
  { visit, validity, unnoticed, message, missing }: Deadlines,
): readonly { event: TrainingEvent; day: CalendarDate }[] {
  const ages = agesOn(rules, today);
  const dayAfter = (day: CalendarDate): CalendarDate => addDays(day, 1);
  const restrictions = missing.flatMap((own) => forecastOf(own, ages, { today, promisedOn: null }) ?? []);
  const days: Readonly<Record<TrainingEvent, CalendarDate | null>> = {
    visit: visit && dayAfter(visit),
    validity: validity && dayAfter(validity),
    notice: unnoticed && firstOverdueDay(unnoticed, ages.noticeWeeks),
    restriction: restrictions.toSorted()[0] ?? null,
    message: message && messageErasureDay(rules, message, today),
  };
  return trainingEvents
    .flatMap((event) => {
      const day = days[event];
      return day !== null && day > today ? [{ event, day }] : [];
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}
