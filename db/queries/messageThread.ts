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
import { referralStore } from '../stores/referrals.ts';
import { type Page, pageOf } from './page.ts';

/** A thread as either side reads it, newest first. */
export type MessageThread = {
  referral: Pick<Referral, 'id' | 'number' | 'referredOn'>;
  posting: Pick<Posting, 'jobTitle' | 'number'>;
  /** By name only: nothing else of a job seeker leaves the office. */
  seeker: Pick<JobSeeker, 'name'>;
  establishment: Pick<Establishment, 'name'>;
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
  if (referral === undefined) return null;
  // Who may see the referral sees its two sides, whichever office they belong to.
  const everything = { kind: 'all' } as const;
  const posting = await postingStore(knex).find(everything, referral.postingId);
  const seeker = await jobSeekerStore(knex).find(everything, referral.seekerId);
  const establishment = await establishmentStore(knex).find(everything, referral.establishmentId);
  if (!posting || !seeker || !establishment) return null;
  const thread = () => knex('message').where({ referral_id: referral.id });
  const messages = await pageOf<Parameters<typeof messageFrom>[0]>(
    thread(),
    thread().orderBy('seq', 'desc').select('*'),
    page,
  );
  return {
    referral: { id: referral.id, number: referral.number, referredOn: referral.referredOn },
    posting: { jobTitle: posting.jobTitle, number: posting.number },
    seeker: { name: seeker.name },
    establishment: { name: establishment.name },
    obstacle: threadObstacle(referral, posting, seeker, today),
    messages: { ...messages, rows: messages.rows.map(messageFrom) },
  };
}
