import type { Knex } from 'knex';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { Message, MessageSide } from '#app/domain/message.ts';
import type { Scope } from '#app/domain/permissions.ts';
import type { Dialect } from '../connection.ts';
import { counted } from './keyset.ts';
import { referralsInScope } from './referrals.ts';

type Row = {
  id: string;
  seq: number;
  referral_id: string;
  from_side: MessageSide;
  text: string;
  sent_at: string;
  sent_on: string;
  read_at: string | null;
};

export const messageFrom = (row: Row): Message => ({
  id: row.id,
  seq: row.seq,
  referralId: row.referral_id,
  from: row.from_side,
  text: row.text,
  sentAt: row.sent_at,
  sentOn: row.sent_on,
  readAt: row.read_at,
});

const rowFrom = (message: Message): Row => ({
  id: message.id,
  seq: message.seq,
  referral_id: message.referralId,
  from_side: message.from,
  text: message.text,
  sent_at: message.sentAt,
  sent_on: message.sentOn,
  read_at: message.readAt,
});

/** A message with the number of its thread, as the other system knows it. */
export type NumberedMessage = Message & { referralNumber: string; seekerNumber: string };

/** What the sweep needs to know of a message: never its text. */
export type DatedMessage = { id: string; sentOn: CalendarDate };

export type MessageStore = {
  find(id: string): Promise<Message | undefined>;
  /** A thread from its first message on. */
  ofReferral(referralId: string): Promise<Message[]>;
  insert(message: Omit<Message, 'seq'>): Promise<void>;
  /** Marks what the side `from` has written up to `upTo` as read, and returns how many were unread. */
  markRead(referralId: string, from: MessageSide, upTo: number, at: Instant): Promise<number>;
  /** Messages in the scope's reach with a higher number than `after`, in their order. */
  after(scope: Scope, after: number, limit: number): Promise<NumberedMessage[]>;
  /** Messages sent before a day in the order of their days, after `after`; empty texts begin. */
  sentBefore(day: CalendarDate, after: DatedMessage, limit: number): Promise<DatedMessage[]>;
  countSentBefore(day: CalendarDate): Promise<number>;
  /** Those of the messages that are still there. */
  dates(ids: readonly string[]): Promise<DatedMessage[]>;
  /** Takes the rows away, for both sides. */
  erase(ids: readonly string[]): Promise<void>;
  /** Outside any transaction: takes the erased bytes out of the log of the database, too. */
  clearLog(): Promise<void>;
};

export function messageStore(knex: Knex, dialect: Dialect): MessageStore {
  const nextNumber = async (): Promise<number> => {
    const rows = await knex('message_number')
      .insert({ id: 1, last: 1 })
      .onConflict('id')
      .merge({ last: knex.raw('message_number.last + 1') })
      .returning('last');
    return rows[0].last;
  };
  return {
    find: async (id) => {
      const row = await knex<Row>('message').where({ id }).first();
      return row && messageFrom(row);
    },
    ofReferral: async (referralId) => {
      const rows = await knex<Row>('message').where({ referral_id: referralId }).orderBy('seq');
      return rows.map(messageFrom);
    },
    insert: async (message) => {
      await knex('message').insert(rowFrom({ ...message, seq: await nextNumber() }));
    },
    markRead: (referralId, from, upTo, at) =>
      knex('message')
        .where({ referral_id: referralId, from_side: from })
        .whereNull('read_at')
        .where('seq', '<=', upTo)
        .update({ read_at: at }),
    after: async (scope, after, limit) => {
      const rows: (Row & { number: string; seeker_number: string })[] = await knex('message')
        .join('referral', 'referral.id', 'message.referral_id')
        .join('job_seeker', 'job_seeker.id', 'referral.seeker_id')
        .where('message.seq', '>', after)
        .where(referralsInScope(scope))
        .orderBy('message.seq')
        .limit(limit)
        .select('message.*', 'referral.number', 'job_seeker.number as seeker_number');
      return rows.map((row) => ({
        ...messageFrom(row),
        referralNumber: row.number,
        seekerNumber: row.seeker_number,
      }));
    },
    sentBefore: (day, after, limit) =>
      knex('message')
        .where('sent_on', '<', day)
        .where('sent_on', '>=', after.sentOn)
        .where((later) => later.where('sent_on', '>', after.sentOn).orWhere('id', '>', after.id))
        .orderBy(['sent_on', 'id'])
        .limit(limit)
        .select('id', 'sent_on as sentOn'),
    countSentBefore: (day) => counted(knex('message').where('sent_on', '<', day)),
    dates: (ids) =>
      knex('message')
        .whereIn('id', [...ids])
        .orderBy('id')
        .select('id', 'sent_on as sentOn'),
    erase: async (ids) => {
      await knex('message')
        .whereIn('id', [...ids])
        .delete();
    },
    clearLog: async () => {
      if (dialect === 'sqlite') await knex.raw('PRAGMA wal_checkpoint(TRUNCATE)');
    },
  };
}
