import type { CalendarDate } from './calendar.ts';
import type { Instant } from './clock.ts';

/** What differs, by what is reported most (domain.md §5.6). */
export const complaintTopics = ['pay', 'hours', 'duties', 'place', 'insurance', 'contract', 'other'] as const;
export type ComplaintTopic = (typeof complaintTopics)[number];

/** What came of it: the sheet put right, the posting cancelled, the employer guided, or no mismatch found. */
export const complaintOutcomes = ['sheet_corrected', 'posting_cancelled', 'guided', 'no_mismatch'] as const;
export type ComplaintOutcome = (typeof complaintOutcomes)[number];

/** 求人票と実際の労働条件が違うという申出. It names nobody. */
export type MismatchComplaint = {
  id: string;
  establishmentId: string;
  officeId: string;
  /** null when the posting is not known, or not one of ours. */
  postingId: string | null;
  receivedOn: CalendarDate;
  topics: readonly ComplaintTopic[];
  description: string;
  /** 職業紹介の一時保留: nobody is referred to the posting until the complaint is settled. */
  holdsReferrals: boolean;
  receivedBy: string;
  receivedAt: Instant;
  /** null while it is open. */
  settled: { outcome: ComplaintOutcome; note: string; on: CalendarDate; by: string } | null;
  version: number;
};
