import type { Knex } from 'knex';
import type { Suspension, SuspensionEnd } from '#app/domain/suspension.ts';
import { StaleRecord } from './versioned.ts';

type Row = {
  id: string;
  establishment_id: string;
  office_id: string;
  begun_on: string;
  begun_by: string;
  reason: string;
  ended_on: string | null;
  ended_by: string | null;
  end_reason: string | null;
};

const endFrom = ({ ended_on: on, ended_by: by, end_reason: reason }: Row): SuspensionEnd | null =>
  on === null || by === null || reason === null ? null : { on, by, reason };

const recordFrom = (row: Row): Suspension => ({
  id: row.id,
  establishmentId: row.establishment_id,
  officeId: row.office_id,
  begunOn: row.begun_on,
  begunBy: row.begun_by,
  reason: row.reason,
  ended: endFrom(row),
});

const endColumns = (ended: SuspensionEnd | null) => ({
  ended_on: ended?.on ?? null,
  ended_by: ended?.by ?? null,
  end_reason: ended?.reason ?? null,
});

export type SuspensionStore = {
  /** The database refuses a second open one of the same establishment. */
  insert(suspension: Suspension): Promise<void>;
  /** The one in force; undefined when there is none. */
  openOf(establishmentId: string): Promise<Suspension | undefined>;
  /** Throws StaleRecord when somebody has lifted it already. */
  end(id: string, ended: SuspensionEnd): Promise<void>;
};

export function suspensionStore(knex: Knex): SuspensionStore {
  return {
    insert: async (suspension) => {
      await knex<Row>('suspension').insert({
        id: suspension.id,
        establishment_id: suspension.establishmentId,
        office_id: suspension.officeId,
        begun_on: suspension.begunOn,
        begun_by: suspension.begunBy,
        reason: suspension.reason,
        ...endColumns(suspension.ended),
      });
    },
    openOf: async (establishmentId) => {
      const row = await knex<Row>('suspension')
        .where({ establishment_id: establishmentId })
        .whereNull('ended_on')
        .first();
      return row && recordFrom(row);
    },
    end: async (id, ended) => {
      const changed = await knex<Row>('suspension')
        .where({ id })
        .whereNull('ended_on')
        .update(endColumns(ended));
      if (changed !== 1) throw new StaleRecord('suspension', id);
    },
  };
}
