import { addDays, type CalendarDate, endOfMonth, plusMonths } from '#app/domain/calendar.ts';
import { type ChangeKind, type ChangeRequest, isOpenChange } from '#app/domain/changeRequest.ts';
import type { Posting } from '#app/domain/posting.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';

const limit = (rules: RuleCatalogue, name: string, today: CalendarDate): number =>
  Number(rules.parameter('limits/posting', name, today));

/** The last day of a posting once it is extended (rules/limits/posting.json: to the end of the next month). */
export const extendedUntil = (
  rules: RuleCatalogue,
  validUntil: CalendarDate,
  today: CalendarDate,
): CalendarDate => endOfMonth(plusMonths(validUntil, limit(rules, 'extensionMonths', today)));

/** What the pages of the counter say accepting a request today would lead to. */
export const effectOf = (
  { request, posting }: { request: Pick<ChangeRequest, 'kind'>; posting: Pick<Posting, 'validUntil'> | null },
  rules: RuleCatalogue,
  today: CalendarDate,
): { extendedUntil: CalendarDate | null; today: CalendarDate } => ({
  extendedUntil:
    request.kind === 'extension' && posting !== null && posting.validUntil !== null
      ? extendedUntil(rules, posting.validUntil, today)
      : null,
  today,
});

/**
 * Why an employer cannot ask for this now, or null. A request of the same kind that is a draft or was returned does
 * not stand in the way: it is gone on with.
 * @param earlier all requests about the posting
 */
export function refusalToAsk(
  kind: ChangeKind,
  { validUntil }: Pick<Posting, 'validUntil'>,
  earlier: readonly Pick<ChangeRequest, 'kind' | 'state' | 'stopOn'>[],
  rules: RuleCatalogue,
  today: CalendarDate,
): Refusal | null {
  if (earlier.some((one) => isOpenChange(one.state) && !(one.kind === kind && one.state !== 'submitted')))
    return refuse('change-open');
  const accepted = earlier.filter(({ state }) => state === 'accepted');
  const stop = accepted.find((one) => one.kind === 'stop');
  if (stop) return refuse('stop-settled', { params: { day: stop.stopOn ?? '' } });
  return kind === 'extension' ? refusalToExtend(validUntil ?? today, accepted, rules, today) : null;
}

function refusalToExtend(
  validUntil: CalendarDate,
  accepted: readonly Pick<ChangeRequest, 'kind'>[],
  rules: RuleCatalogue,
  today: CalendarDate,
): Refusal | null {
  const times = limit(rules, 'extensionTimes', today);
  if (accepted.filter(({ kind }) => kind === 'extension').length >= times)
    return refuse('extension-used', { params: { times } });
  const opens = addDays(validUntil, -limit(rules, 'extensionDaysBefore', today));
  return today < opens ? refuse('extension-too-early', { params: { day: opens } }) : null;
}
