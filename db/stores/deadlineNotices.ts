import type { Knex } from 'knex';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { DeadlineNotice, DeadlineNoticeKind } from '#app/domain/deadlineNotice.ts';
import { visitStates } from '#app/domain/posting.ts';

type Row = { posting_id: string; kind: DeadlineNoticeKind; deadline: string; sent_on: string };

/** Deadlines from `from` to `to`, both included. */
export type DeadlineRange = { from: CalendarDate; to: CalendarDate };

export type DeadlineNoticeStore = {
  /** The database refuses a second one for the same deadline. */
  insert(notice: DeadlineNotice): Promise<void>;
  /** Ids of up to `limit` postings of the office whose 来庁期限 is in the range and not reminded of, the earliest first. */
  visitsToRemind(officeId: string, range: DeadlineRange, limit: number): Promise<string[]>;
  /** The same for the 有効期限 of valid postings. */
  endsToAnnounce(officeId: string, range: DeadlineRange, limit: number): Promise<string[]>;
};

export function deadlineNoticeStore(knex: Knex): DeadlineNoticeStore {
  const sent = (kind: DeadlineNoticeKind) =>
    knex<Row>('deadline_notice').whereRaw('posting_id = posting.id').where({ kind });
  return {
    insert: async ({ postingId, kind, deadline, sentOn }) => {
      await knex<Row>('deadline_notice').insert({ posting_id: postingId, kind, deadline, sent_on: sentOn });
    },
    visitsToRemind: (officeId, { from, to }, limit) =>
      knex('posting')
        .where({ office_id: officeId })
        .whereIn('state', [...visitStates])
        .whereNull('visited_on')
        .whereBetween('due_date', [from, to])
        .whereNotExists(sent('visit').whereRaw('deadline = posting.due_date'))
        .orderBy(['due_date', 'id'])
        .limit(limit)
        .pluck('id'),
    endsToAnnounce: (officeId, { from, to }, limit) =>
      knex('posting')
        .where({ office_id: officeId, state: 'valid' })
        .whereBetween('valid_until', [from, to])
        .whereNotExists(sent('validity').whereRaw('deadline = posting.valid_until'))
        .orderBy(['valid_until', 'id'])
        .limit(limit)
        .pluck('id'),
  };
}
