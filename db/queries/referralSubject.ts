import type { Knex } from 'knex';
import { canSignIn } from '#app/domain/account.ts';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import type { JobSeeker } from '#app/domain/jobSeeker.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { Posting } from '#app/domain/posting.ts';
import { accountStore } from '../stores/accounts.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { jobSeekerStore } from '../stores/jobSeekers.ts';
import { mismatchComplaintStore } from '../stores/mismatchComplaints.ts';
import { type Office, officeStore } from '../stores/offices.ts';
import { postingStore } from '../stores/postings.ts';
import { referralStore } from '../stores/referrals.ts';

/** A job seeker and a posting that are to come together, as far as they were found. */
export type ReferralSubject = {
  seeker: JobSeeker | null;
  target: {
    posting: Posting;
    establishment: Pick<Establishment, 'id' | 'name' | 'phone'>;
    office: Pick<Office, 'id' | 'name' | 'phone'>;
    /** Somebody can be told by mail. */
    mypage: boolean;
    /** 職業紹介の一時保留: an open complaint holds referrals to it. */
    held: boolean;
  } | null;
  /** The number of the letter, where the two came together before. */
  earlier: string | null;
};

/** The seeker of the actor's office and the accepted posting of any office with these numbers. */
export async function referralSubject(
  knex: Knex,
  actor: StaffActor,
  { seekerNumber, postingNumber }: { seekerNumber: string; postingNumber: string },
): Promise<ReferralSubject> {
  const everything = { kind: 'all' } as const;
  const seeker = (await jobSeekerStore(knex).findByNumber(scopeOf(actor), seekerNumber)) ?? null;
  const posting = await postingStore(knex).findByNumber(postingNumber);
  const establishment = posting && (await establishmentStore(knex).find(everything, posting.establishmentId));
  const office = posting && (await officeStore(knex).find(posting.officeId));
  if (!posting || !establishment || !office) return { seeker, target: null, earlier: null };
  const accounts = await accountStore(knex).ofEstablishment(establishment.id);
  const earlier = seeker && (await referralStore(knex).between(seeker.id, posting.id));
  return {
    seeker,
    target: {
      posting,
      establishment: { id: establishment.id, name: establishment.name, phone: establishment.phone },
      office: { id: office.id, name: office.name, phone: office.phone },
      mypage: accounts.some(canSignIn),
      held: await mismatchComplaintStore(knex).holds(posting.id),
    },
    earlier: earlier?.number ?? null,
  };
}
