import type { Knex } from 'knex';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { DeadlineNotice, DeadlineNoticeKind } from '#app/domain/deadlineNotice.ts';
import { visitStates } from '#app/domain/posting.ts';
import { counted, type Dated, laterThan } from './keyset.ts';

type Row = { posting_id: string; kind: DeadlineNoticeKind; deadline: string; sent_on: string };

/** Deadlines from `from` to `to`, both included. */
export type DeadlineRange = { from: CalendarDate; to: CalendarDate };

export type DeadlineNoticeStore = {
  /** The database refuses a second one for the same deadline. */
  insert(notice: DeadlineNotice): Promise<void>;
  /** Postings of the office whose 来庁期限 is in the range and not reminded of, by that date, after `after`. */
  visitsToRemind(
    officeId: string,
    range: DeadlineRange,
    after: Dated | null,
    limit: number,
  ): Promise<Dated[]>;
  countVisitsToRemind(officeId: string, range: DeadlineRange): Promise<number>;
  /** The same for the 有効期限 of valid postings. */
  endsToAnnounce(
    officeId: string,
    range: DeadlineRange,
    after: Dated | null,
    limit: number,
  ): Promise<Dated[]>;
  countEndsToAnnounce(officeId: string, range: DeadlineRange): Promise<number>;
};

export function deadlineNoticeStore(knex: Knex): DeadlineNoticeStore {
  const sent = (kind: DeadlineNoticeKind) =>
    knex<Row>('deadline_notice').whereRaw('posting_id = posting.id').where({ kind });
  const visits = (officeId: string, { from, to }: DeadlineRange) =>
    knex('posting')
      .where({ office_id: officeId })
      .whereIn('state', [...visitStates])
      .whereNull('visited_on')
      .whereBetween('due_date', [from, to])
      .whereNotExists(sent('visit').whereRaw('deadline = posting.due_date'));
  const ends = (officeId: string, { from, to }: DeadlineRange) =>
    knex('posting')
      .where({ office_id: officeId, state: 'valid' })
      .whereBetween('valid_until', [from, to])
      .whereNotExists(sent('validity').whereRaw('deadline = posting.valid_until'));
  return {
    insert: async ({ postingId, kind, deadline, sentOn }) => {
      await knex<Row>('deadline_notice').insert({ posting_id: postingId, kind, deadline, sent_on: sentOn });
    },
    visitsToRemind: (officeId, range, after, limit) =>
      visits(officeId, range)
        .modify(laterThan('due_date', after))
        .orderBy(['due_date', 'id'])
        .limit(limit)
        .select('id', 'due_date as day'),
    countVisitsToRemind: (officeId, range) => counted(visits(officeId, range)),
    endsToAnnounce: (officeId, range, after, limit) =>
      ends(officeId, range)
        .modify(laterThan('valid_until', after))
        .orderBy(['valid_until', 'id'])
        .limit(limit)
        .select('id', 'valid_until as day'),
    countEndsToAnnounce: (officeId, range) => counted(ends(officeId, range)),
  };
}
