import type { Knex } from 'knex';
import type { Transfer } from '#app/domain/transfer.ts';
import { fromJson, toJson } from '../rows.ts';
import { StaleRecord } from './versioned.ts';

type Row = {
  id: string;
  establishment_id: string;
  from_office_id: string;
  to_office_id: string;
  moved_on: string;
  reason: string;
  name: string;
  address: string;
  recorded_by: string;
  recorded_at: string;
  registered_as: string | null;
  settled_by: string | null;
  settled_at: string | null;
};

export const transferFrom = (row: Row): Transfer => ({
  id: row.id,
  establishmentId: row.establishment_id,
  fromOfficeId: row.from_office_id,
  toOfficeId: row.to_office_id,
  movedOn: row.moved_on,
  reason: row.reason,
  name: row.name,
  address: fromJson(row.address),
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
  settled:
    row.registered_as === null || row.settled_by === null || row.settled_at === null
      ? null
      : { as: row.registered_as, by: row.settled_by, at: row.settled_at },
});

export type TransferStore = {
  /** The database refuses a second one of the same establishment. */
  insert(transfer: Omit<Transfer, 'settled'>): Promise<void>;
  /** The one of an establishment. */
  of(establishmentId: string): Promise<Transfer | undefined>;
  /** One that is addressed to the office. */
  incoming(officeId: string, id: string): Promise<Transfer | undefined>;
  /** Throws StaleRecord when somebody has settled it already. */
  settle(id: string, settled: NonNullable<Transfer['settled']>): Promise<void>;
};

export function transferStore(knex: Knex): TransferStore {
  const table = () => knex<Row>('establishment_transfer');
  return {
    insert: async (transfer) => {
      await table().insert({
        id: transfer.id,
        establishment_id: transfer.establishmentId,
        from_office_id: transfer.fromOfficeId,
        to_office_id: transfer.toOfficeId,
        moved_on: transfer.movedOn,
        reason: transfer.reason,
        name: transfer.name,
        address: toJson(transfer.address),
        recorded_by: transfer.recordedBy,
        recorded_at: transfer.recordedAt,
      });
    },
    of: async (establishmentId) => {
      const row = await table().where({ establishment_id: establishmentId }).first();
      return row && transferFrom(row);
    },
    incoming: async (officeId, id) => {
      const row = await table().where({ id, to_office_id: officeId }).first();
      return row && transferFrom(row);
    },
    settle: async (id, { as, by, at }) => {
      const changed = await table()
        .where({ id })
        .whereNull('settled_at')
        .update({ registered_as: as, settled_by: by, settled_at: at });
      if (changed !== 1) throw new StaleRecord('transfer', id);
    },
  };
}
