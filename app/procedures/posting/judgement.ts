import type { Account } from '#app/domain/account.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import type { OfficeDays } from '#db/stores/offices.ts';
import type { PastApplication } from '#db/stores/postings.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';

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

/** Whether the content itself may be accepted (domain.md §5.1): red reasons block, orange ones ask to confirm. */
export async function judgeContent(
  rules: RuleCatalogue,
  content: Posting['content'],
  asOf: CalendarDate,
): Promise<Verdict> {
  return rules.decide('acceptance/posting', { asOf, posting: content });
}
