import type { MinimumWage } from './minimumWage.ts';
import type { PostingDescription } from './posting.ts';
import type { RefusalPeriod } from './refusalPeriod.ts';

/** What the records say beside the content of a posting when it is judged. */
export type ContentRecords = {
  /** The minimum wages supervisors have entered for the workplace's prefecture. */
  minimumWages: readonly MinimumWage[];
  /** The establishment's other postings that are valid or in review. */
  others: readonly PostingDescription[];
  refusalPeriods: readonly RefusalPeriod[];
  /** 利用制限 in force. */
  restricted: boolean;
  /** Reports that a sheet differs from the work, not yet settled. */
  openComplaints: number;
};
