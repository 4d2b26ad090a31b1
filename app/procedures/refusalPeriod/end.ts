import { type CalendarDate, compareDates, lastDayOfPeriod } from '#app/domain/calendar.ts';
import type { RefusalPeriod } from '#app/domain/refusalPeriod.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import { own, periodOf } from '#rules/ruleset.ts';

/**
 * The last day of a refusal period as rules/acceptance/posting counts it today (C23); null while the violation is not
 * put right, because nobody can say then.
 */
export function lastDayOfRefusal(
  rules: RuleCatalogue,
  { ground, correctedOn, sentOrPublishedOn }: RefusalPeriod,
  today: CalendarDate,
): CalendarDate | null {
  if (correctedOn === null) return null;
  const { parameters } = rules.inForce('acceptance/posting', today);
  const lastDay = (event: CalendarDate, name: string): CalendarDate => {
    const parameter = own(parameters, name);
    const period = parameter && periodOf(parameter);
    if (!period) throw new Error(`acceptance/posting has no period ${name}`);
    return lastDayOfPeriod(event, period);
  };
  const afterCorrection = lastDay(correctedOn, 'refusalAfterCorrection');
  if (ground !== 'sent_to_prosecutors' || sentOrPublishedOn === null) return afterCorrection;
  const afterSending = lastDay(sentOrPublishedOn, 'refusalAfterSending');
  return compareDates(afterCorrection, afterSending) >= 0 ? afterCorrection : afterSending;
}
