import type { Knex } from 'knex';
import type { EmployerActor, PartnerActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { type MessageSide, otherSide, type ThreadObstacle, threadObstacle } from '#app/domain/message.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { fromFlag } from '../rows.ts';
import { referralsInScope } from '../stores/referrals.ts';
import { type Page, pageOf, toCount } from './page.ts';

/** One thread in a list. */
export type ThreadLine = {
  referralId: string;
  number: string;
  seekerName: string;
  /** null where the employer was erased. */
  establishmentName: string | null;
  jobTitle: string | null;
  postingNumber: string | null;
  referredOn: CalendarDate;
  lastOn: CalendarDate | null;
  count: number;
  unread: number;
  /** Why nothing can be written, or null. */
  obstacle: ThreadObstacle | null;
};

const ofThread = (knex: Knex) => knex('message').whereRaw('message.referral_id = referral.id');

/** Messages of a thread that its reader has not read. */
const unreadBy = (knex: Knex, reader: MessageSide) =>
  ofThread(knex)
    .where({ from_side: otherSide(reader) })
    .whereNull('read_at');

/** Threads within reach: one can be begun, or something was written. The reader is the employer or, for a partner, the seeker. */
export async function messageThreads(
  knex: Knex,
  actor: EmployerActor | PartnerActor,
  { page, seekerId, today }: { page: number; seekerId?: string; today: CalendarDate },
): Promise<Page<ThreadLine>> {
  const reader = actor.kind === 'employer' ? 'employer' : 'seeker';
  const matching = () =>
    knex('referral')
      .join('job_seeker', 'job_seeker.id', 'referral.seeker_id')
      .where(referralsInScope(scopeOf(actor)))
      .where((query) => {
        if (seekerId !== undefined) query.where('referral.seeker_id', seekerId);
      })
      .where((either) =>
        either
          .where((open) => open.whereNot('referral.state', 'cancelled').where('job_seeker.has_mypage', 1))
          .orWhereExists(ofThread(knex)),
      );
  const list = matching()
    .leftJoin('posting', 'posting.id', 'referral.posting_id')
    .leftJoin('establishment', 'establishment.id', 'referral.establishment_id')
    .select(
      'referral.id',
      'referral.number',
      'referral.state',
      'referral.referred_on',
      'job_seeker.name',
      'job_seeker.has_mypage',
      'posting.job_title',
      'posting.number as posting_number',
      'posting.state as posting_state',
      'posting.valid_until',
      'establishment.name as establishment_name',
      ofThread(knex).count('*').as('messages'),
      ofThread(knex).max('sent_on').as('last_on'),
      knex.raw('coalesce(?, 0) as last', [ofThread(knex).max('seq')]),
      unreadBy(knex, reader).count('*').as('unread'),
    )
    .orderBy([
      { column: 'last', order: 'desc' },
      { column: 'referral.referred_on', order: 'desc' },
      { column: 'referral.id', order: 'desc' },
    ]);
  const found = await pageOf<Record<string, unknown>>(matching(), list, page);
  return { ...found, rows: found.rows.map((row) => lineFrom(row as ThreadRow, today)) };
}

type ThreadRow = {
  id: string;
  number: string;
  state: Parameters<typeof threadObstacle>[0]['state'];
  referred_on: string;
  name: string;
  has_mypage: number;
  job_title: string | null;
  posting_number: string | null;
  posting_state: Parameters<typeof threadObstacle>[1]['state'] | null;
  valid_until: string | null;
  establishment_name: string | null;
  messages: unknown;
  last_on: string | null;
  unread: unknown;
};

const lineFrom = (row: ThreadRow, today: CalendarDate): ThreadLine => ({
  referralId: row.id,
  number: row.number,
  seekerName: row.name,
  establishmentName: row.establishment_name,
  jobTitle: row.job_title,
  postingNumber: row.posting_number,
  referredOn: row.referred_on,
  lastOn: row.last_on,
  count: toCount(row.messages),
  unread: toCount(row.unread),
  obstacle: threadObstacle(
    { state: row.state },
    { state: row.posting_state ?? 'invalid', validUntil: row.valid_until },
    { hasMypage: fromFlag(row.has_mypage) },
    today,
  ),
});

/** Messages of job seekers that the employer has not read, of all threads. */
export async function unreadMessages(knex: Knex, actor: EmployerActor): Promise<number> {
  const [row] = await knex('referral')
    .join('message', 'message.referral_id', 'referral.id')
    .where(referralsInScope(scopeOf(actor)))
    .where('message.from_side', 'seeker')
    .whereNull('message.read_at')
    .count('* as unread');
  return toCount(row?.unread);
}
