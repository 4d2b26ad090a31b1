import type { Knex } from 'knex';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { openChangeStates } from '#app/domain/changeRequest.ts';
import type { Invariant, InvariantHit } from '#app/domain/invariant.ts';
import { stateGroups } from '#app/domain/posting.ts';

/** A posting that somebody is awaited for, with the day. */
export type AwaitedDay = { postingId: string; officeId: string; dueDate: CalendarDate };

export type InvariantStore = {
  /** Records in a state that should be impossible, at most `limit` of each; of one office or of all. */
  hits(officeId: string | null, today: CalendarDate, limit: number): Promise<InvariantHit[]>;
  /** 来庁期限 from that day on, which only the calendar can judge. */
  awaitedDays(officeId: string | null, from: CalendarDate): Promise<AwaitedDay[]>;
};

type Find = (knex: Knex, today: CalendarDate, officeId: string | null) => Knex.QueryBuilder;

/** Rows of a table that belong to the office, or all where none is asked for. */
const of = (knex: Knex, table: string, officeId: string | null): Knex.QueryBuilder =>
  officeId === null ? knex(table) : knex(table).where(`${table}.office_id`, officeId);

/** Each state as rows of `id` and `office_id`; the one that only the calendar can judge is not among them. */
const finds: Readonly<Record<Exclude<Invariant, 'due-on-closed-day'>, Find>> = {
  'valid-without-number': (knex, _today, officeId) =>
    of(knex, 'posting', officeId)
      .where('state', 'valid')
      .where((any) => any.whereNull('number').orWhereNull('accepted_on').orWhereNull('valid_until'))
      .select('id', 'office_id'),
  'valid-without-verdict': (knex, _today, officeId) =>
    of(knex, 'posting', officeId)
      .where('state', 'valid')
      .whereNotExists(
        knex('verdict')
          .whereRaw('verdict.subject_id = posting.id')
          .where({ subject_type: 'posting', rule_set: 'acceptance/posting' }),
      )
      .select('id', 'office_id'),
  'valid-after-its-end': (knex, today, officeId) =>
    of(knex, 'posting', officeId)
      .where('state', 'valid')
      .where('valid_until', '<', today)
      .select('id', 'office_id'),
  'waiting-without-due-date': (knex, _today, officeId) =>
    of(knex, 'posting', officeId)
      .where('state', 'awaiting_visit')
      .whereNull('due_date')
      .select('id', 'office_id'),
  'two-open-requests': (knex, _today, officeId) =>
    of(knex, 'change_request', officeId)
      .whereNotNull('posting_id')
      .whereIn('state', [...openChangeStates])
      .groupBy('posting_id', 'office_id')
      .havingRaw('count(*) > 1')
      .select('posting_id as id', 'office_id'),
  'account-without-password': (knex, _today, officeId) =>
    knex('account')
      .leftJoin('establishment', 'establishment.id', 'account.establishment_id')
      .where('account.state', 'active')
      .whereNull('password_hash')
      // One without an establishment is everybody's concern.
      .where((any) => {
        if (officeId !== null)
          any.where('establishment.office_id', officeId).orWhereNull('establishment.office_id');
      })
      .select('account.id as id', 'establishment.office_id as office_id'),
  'restriction-without-verdict': (knex, _today, officeId) =>
    of(knex, 'restriction', officeId)
      .whereNull('verdict_id')
      .whereNull('released_on')
      .select('establishment_id as id', 'office_id'),
  'merged-with-records': (knex, _today, officeId) =>
    of(knex, 'establishment', officeId)
      .where('state', 'merged')
      .where((any) => {
        for (const table of ['posting', 'account', 'referral'])
          any.orWhereExists(knex(table).whereRaw('establishment_id = establishment.id'));
      })
      .select('id', 'office_id'),
  'published-without-decision': (knex, _today, officeId) =>
    of(knex, 'image', officeId)
      .where('state', 'published')
      .whereNull('decision_id')
      .select('id', 'office_id'),
  'job-without-lease': (knex) =>
    knex('job')
      .where('state', 'running')
      .whereNull('lease_until')
      .select('id', knex.raw('null as office_id')),
};

export function invariantStore(knex: Knex): InvariantStore {
  return {
    hits: async (officeId, today, limit) => {
      const hits: InvariantHit[] = [];
      for (const [invariant, find] of Object.entries(finds)) {
        const rows: { id: string; office_id: string | null }[] = await knex
          .from(find(knex, today, officeId).as('hit'))
          .orderBy('id')
          .limit(limit);
        hits.push(
          ...rows.map(({ id, office_id }) => ({
            invariant: invariant as Invariant,
            id,
            officeId: office_id,
          })),
        );
      }
      return hits;
    },
    awaitedDays: async (officeId, from) => {
      const query = knex('posting')
        .whereIn('state', [...stateGroups.awaited])
        .whereNull('visited_on')
        .where('due_date', '>=', from);
      if (officeId !== null) query.where({ office_id: officeId });
      return query
        .orderBy(['due_date', 'id'])
        .select('id as postingId', 'office_id as officeId', 'due_date as dueDate');
    },
  };
}
