import type { Knex } from 'knex';
import type { EmployerActor, PartnerActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import type { JobSeeker } from '#app/domain/jobSeeker.ts';
import { type Message, type ThreadObstacle, threadObstacle } from '#app/domain/message.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { Referral } from '#app/domain/referral.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { jobSeekerStore } from '../stores/jobSeekers.ts';
import { messageFrom } from '../stores/messages.ts';
import { postingStore } from '../stores/postings.ts';
import { referralStore, referralsInScope } from '../stores/referrals.ts';
import { type Page, pageOf } from './page.ts';

/** A thread as either side reads it, newest first. */
export type MessageThread = {
  referral: Pick<Referral, 'id' | 'number' | 'referredOn'>;
  posting: Pick<Posting, 'jobTitle' | 'number'>;
  /** By name only: nothing else of a job seeker leaves the office. */
  seeker: Pick<JobSeeker, 'name'>;
  /** The name is null where the employer was erased: the messages stay until their own day. */
  establishment: { name: Establishment['name'] | null };
  obstacle: ThreadObstacle | null;
  messages: Page<Message>;
};

/** One thread within the actor's reach, or null. */
export async function messageThread(
  knex: Knex,
  actor: EmployerActor | PartnerActor,
  referralId: string,
  { page, today }: { page: number; today: CalendarDate },
): Promise<MessageThread | null> {
  const referral = await referralStore(knex).find(scopeOf(actor), referralId);
  if (referral === undefined) return threadWithoutEmployer(knex, actor, referralId, page);
  // Who may see the referral sees its two sides, whichever office they belong to.
  const everything = { kind: 'all' } as const;
  const posting = await postingStore(knex).find(everything, referral.postingId);
  const seeker = await jobSeekerStore(knex).find(everything, referral.seekerId);
  const establishment = await establishmentStore(knex).find(everything, referral.establishmentId);
  if (!posting || !seeker || !establishment) return null;
  return {
    referral: { id: referral.id, number: referral.number, referredOn: referral.referredOn },
    posting: { jobTitle: posting.jobTitle, number: posting.number },
    seeker: { name: seeker.name },
    establishment: { name: establishment.name },
    obstacle: threadObstacle(referral, posting, seeker, today),
    messages: await messagesOf(knex, referral.id, page),
  };
}

async function messagesOf(knex: Knex, referralId: string, page: number): Promise<Page<Message>> {
  const thread = () => knex('message').where({ referral_id: referralId });
  const found = await pageOf<Parameters<typeof messageFrom>[0]>(
    thread(),
    thread().orderBy('seq', 'desc').select('*'),
    page,
  );
  return { ...found, rows: found.rows.map(messageFrom) };
}

/** What the job seeker still reads of an employer that was erased. */
async function threadWithoutEmployer(
  knex: Knex,
  actor: EmployerActor | PartnerActor,
  referralId: string,
  page: number,
): Promise<MessageThread | null> {
  const row = await knex('referral')
    .join('job_seeker', 'job_seeker.id', 'referral.seeker_id')
    .where('referral.id', referralId)
    .where(referralsInScope(scopeOf(actor)))
    .whereNull('referral.establishment_id')
    .first('referral.id', 'referral.number', 'referral.referred_on', 'job_seeker.name');
  if (row === undefined) return null;
  return {
    referral: { id: row.id, number: row.number, referredOn: row.referred_on },
    posting: { jobTitle: null, number: null },
    seeker: { name: row.name },
    establishment: { name: null },
    obstacle: 'message-posting-invalid',
    messages: await messagesOf(knex, row.id, page),
  };
}
