import type { Knex } from 'knex';
import type { Instant } from '#app/domain/clock.ts';

/** 代行表示: one look of a member of staff at an employer's own pages. */
export type AssistSession = {
  id: string;
  staffId: string;
  establishmentId: string;
  officeId: string;
  /** The account whose pages they are; null where the employer has none yet. */
  accountId: string | null;
  reason: string;
  /** Who is on the telephone. */
  caller: string;
  begunAt: Instant;
  endsAt: Instant;
};

export type AssistSessionStore = {
  /** The one of that member of staff that runs at `now`. */
  running(staffId: string, establishmentId: string, now: Instant): Promise<AssistSession | undefined>;
  insert(session: AssistSession): Promise<void>;
  end(id: string, now: Instant): Promise<void>;
};

export function assistSessionStore(knex: Knex): AssistSessionStore {
  return {
    running: async (staffId, establishmentId, now) => {
      const row = await knex('assist_session')
        .where({ staff_id: staffId, establishment_id: establishmentId })
        .whereNull('ended_at')
        .where('ends_at', '>', now)
        .orderBy('begun_at', 'desc')
        .first();
      return (
        row && {
          id: row.id,
          staffId: row.staff_id,
          establishmentId: row.establishment_id,
          officeId: row.office_id,
          accountId: row.account_id,
          reason: row.reason,
          caller: row.caller,
          begunAt: row.begun_at,
          endsAt: row.ends_at,
        }
      );
    },
    insert: async (session) => {
      await knex('assist_session').insert({
        id: session.id,
        staff_id: session.staffId,
        establishment_id: session.establishmentId,
        office_id: session.officeId,
        account_id: session.accountId,
        reason: session.reason,
        caller: session.caller,
        begun_at: session.begunAt,
        ends_at: session.endsAt,
      });
    },
    end: async (id, now) => {
      await knex('assist_session').where({ id }).whereNull('ended_at').update({ ended_at: now });
    },
  };
}
