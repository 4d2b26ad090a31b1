import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import type { JobSeeker } from '#app/domain/jobSeeker.ts';
import type { MessageSide } from '#app/domain/message.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { Referral } from '#app/domain/referral.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { jobSeekerStore } from '../stores/jobSeekers.ts';
import { type Office, officeStore } from '../stores/offices.ts';
import { postingStore } from '../stores/postings.ts';
import { referralStore } from '../stores/referrals.ts';
import { staffStore } from '../stores/staff.ts';
import { toCount } from './page.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';

export type ReferralCard = {
  referral: Referral;
  posting: Pick<Posting, 'id' | 'number' | 'jobTitle' | 'state' | 'validUntil' | 'officeId'>;
  establishment: Pick<Establishment, 'id' | 'name' | 'phone' | 'number'>;
  seeker: Pick<JobSeeker, 'id' | 'officeId' | 'number' | 'name' | 'nameKana' | 'hasMypage'>;
  /** The office that has referred: the one on the letter. */
  referringOffice: Office;
  /** The member of staff who has referred. */
  referredBy: string | null;
  timeline: readonly TimelineEntry[];
  /** How many messages each side has sent that are still kept; staff never read one. */
  messages: Readonly<Record<MessageSide, number>>;
};

/** One referral to a posting of the actor's office or by it, with everything its letter says; null otherwise. */
export async function referralCard(knex: Knex, actor: StaffActor, id: string): Promise<ReferralCard | null> {
  const referral = await referralStore(knex).find(scopeOf(actor), id);
  if (referral === undefined) return null;
  // Who may see the referral sees its two sides, whichever office they belong to.
  const everything = { kind: 'all' } as const;
  const posting = await postingStore(knex).find(everything, referral.postingId);
  const establishment = await establishmentStore(knex).find(everything, referral.establishmentId);
  const seeker = await jobSeekerStore(knex).find(everything, referral.seekerId);
  const referringOffice = await officeStore(knex).find(referral.referringOfficeId);
  if (!posting || !establishment || !seeker || !referringOffice) return null;
  const member = await staffStore(knex).find(referral.referredBy);
  return {
    referral,
    posting: {
      id: posting.id,
      number: posting.number,
      jobTitle: posting.jobTitle,
      state: posting.state,
      validUntil: posting.validUntil,
      officeId: posting.officeId,
    },
    establishment: {
      id: establishment.id,
      name: establishment.name,
      phone: establishment.phone,
      number: establishment.number,
    },
    seeker: {
      id: seeker.id,
      officeId: seeker.officeId,
      number: seeker.number,
      name: seeker.name,
      nameKana: seeker.nameKana,
      hasMypage: seeker.hasMypage,
    },
    referringOffice,
    referredBy: member?.name ?? null,
    timeline: await timelineOf(knex, [{ type: 'referral', ids: [id] }]),
    messages: await messageCounts(knex, id),
  };
}

async function messageCounts(knex: Knex, referralId: string): Promise<ReferralCard['messages']> {
  const rows: { from_side: MessageSide; count: unknown }[] = await knex('message')
    .where({ referral_id: referralId })
    .groupBy('from_side')
    .select('from_side')
    .count({ count: '*' });
  const of = (side: MessageSide) => toCount(rows.find(({ from_side }) => from_side === side)?.count);
  return { employer: of('employer'), seeker: of('seeker') };
}
