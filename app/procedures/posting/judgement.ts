import type { Account } from '#app/domain/account.ts';
import { type CalendarDate, endOfMonth, plusMonths } from '#app/domain/calendar.ts';
import type { ContentRecords } from '#app/domain/contentRecords.ts';
import { laidOver, wagesOf } from '#app/domain/minimumWage.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import type { OfficeDays } from '#db/stores/offices.ts';
import type { PastApplication } from '#db/stores/postings.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import { forEmployer } from '#rules/explainToEmployer.ts';
import { shippedMinimumWages } from '#rules/minimumWages.ts';

/** What the records say about an establishment when one of its postings is judged. */
export type VisitRecords = {
  history: readonly PastApplication[];
  openedBy: Account['openedBy'] | 'none';
  officeDays: OfficeDays;
};

/**
 * Whether somebody must come to the counter for this posting (leaflet: 「次の要件に該当する場合は…」), judged on a
 * day. The same for the employer who types, the clerk who decides and `rules decide`: all hand the engine this
 * situation.
 */
export async function judgeVisit(
  rules: RuleCatalogue,
  posting: Pick<Posting, 'via' | 'kinds' | 'contract' | 'officeDemand'>,
  records: VisitRecords,
  asOf: CalendarDate,
): Promise<Verdict> {
  return rules.decide('eligibility/visit-required', {
    asOf,
    posting: { via: posting.via, kinds: posting.kinds, contract: posting.contract },
    account: { openedBy: records.openedBy },
    officeDemand: posting.officeDemand,
    history: records.history.filter((earlier) => earlier.appliedOn <= asOf),
    officeCalendar: records.officeDays,
  });
}

/** The last day of a posting accepted on that day (rules/limits/posting.json). */
export const validUntil = (rules: RuleCatalogue, acceptedOn: CalendarDate): CalendarDate => {
  const months = Number(rules.parameter('limits/posting', 'validityMonthsAfter', acceptedOn));
  return endOfMonth(plusMonths(acceptedOn, months));
};

/**
 * Whether the content itself may be accepted (domain.md §5.1): red reasons block, orange ones ask to confirm. The
 * situation holds every minimum wage that was known for the workplace, so that the verdict can be given again.
 */
export async function judgeContent(
  rules: RuleCatalogue,
  content: Posting['content'],
  { minimumWages, others, refusalPeriods, restricted, openComplaints }: ContentRecords,
  asOf: CalendarDate,
): Promise<Verdict> {
  const known = laidOver(shippedMinimumWages, minimumWages);
  return rules.decide('acceptance/posting', {
    asOf,
    posting: content,
    minimumWages: wagesOf(known, String(content.workplace_prefecture ?? '')).map(
      ({ prefecture, yen, from }) => ({ prefecture, yen, from }),
    ),
    validUntil: validUntil(rules, asOf),
    others,
    establishment: { refusalPeriods, restricted, openComplaints },
  });
}

/** The same as the employer may know it: the counter's own records are neither asked about nor shown. */
export const judgeContentForEmployer = async (...asked: Parameters<typeof judgeContent>): Promise<Verdict> =>
  forEmployer(await judgeContent(...asked));
