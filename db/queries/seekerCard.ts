import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { JobSeeker } from '#app/domain/jobSeeker.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { jobSeekerStore } from '../stores/jobSeekers.ts';
import { pageSize } from './page.ts';
import { type ReferralRow, referralRows } from './referralRows.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';

export type SeekerCard = {
  seeker: JobSeeker;
  /** The latest ones, newest first. */
  referrals: readonly ReferralRow[];
  timeline: readonly TimelineEntry[];
};

/** One job seeker of the actor's office with the referrals so far; null otherwise. */
export async function seekerCard(knex: Knex, actor: StaffActor, id: string): Promise<SeekerCard | null> {
  const seeker = await jobSeekerStore(knex).find(scopeOf(actor), id);
  if (seeker === undefined) return null;
  const referrals = await referralRows(knex('referral'))
    .where('referral.seeker_id', id)
    .orderBy([{ column: 'referral.referred_on', order: 'desc' }, { column: 'referral.number' }])
    .limit(pageSize);
  const timeline = await timelineOf(knex, [{ type: 'job_seeker', ids: [id] }]);
  return { seeker, referrals, timeline };
}
