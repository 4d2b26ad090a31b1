import type { Knex } from 'knex';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { ReferralState } from '#app/domain/referral.ts';

/** A referral as every list of the counter shows it. */
export type ReferralRow = {
  id: string;
  number: string;
  state: ReferralState;
  referredOn: CalendarDate;
  noticeSentOn: CalendarDate | null;
  seekerName: string;
  jobTitle: string | null;
  postingNumber: string | null;
  /** null where the employer was erased. */
  establishmentName: string | null;
};

/** The columns of `ReferralRow` over a query on `referral`. */
export const referralRows = (query: Knex.QueryBuilder): Knex.QueryBuilder =>
  query
    .join('job_seeker', 'job_seeker.id', 'referral.seeker_id')
    .leftJoin('posting', 'posting.id', 'referral.posting_id')
    .leftJoin('establishment', 'establishment.id', 'referral.establishment_id')
    .select(
      'referral.id',
      'referral.number',
      'referral.state',
      'referral.referred_on as referredOn',
      'referral.notice_sent_on as noticeSentOn',
      'job_seeker.name as seekerName',
      'posting.job_title as jobTitle',
      'posting.number as postingNumber',
      'establishment.name as establishmentName',
    );
