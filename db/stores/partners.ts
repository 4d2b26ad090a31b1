import type { Knex } from 'knex';
import type { Partner } from '#app/domain/partner.ts';
import { fromFlag, fromJson, toFlag, toJson } from '../rows.ts';
import { updateVersion } from './versioned.ts';

type Row = {
  id: string;
  name: string;
  office_id: string | null;
  scopes: string;
  secret_sealed: string;
  active: number;
  version: number;
  created_at: string;
};

const partnerFrom = (row: Row): Partner => ({
  id: row.id,
  name: row.name,
  officeId: row.office_id,
  scopes: fromJson(row.scopes),
  secretSealed: row.secret_sealed,
  active: fromFlag(row.active),
  version: row.version,
  createdAt: row.created_at,
});

const rowFrom = (partner: Partner): Row => ({
  id: partner.id,
  name: partner.name,
  office_id: partner.officeId,
  scopes: toJson(partner.scopes),
  secret_sealed: partner.secretSealed,
  active: toFlag(partner.active),
  version: partner.version,
  created_at: partner.createdAt,
});

export type PartnerStore = {
  find(id: string): Promise<Partner | undefined>;
  findByName(name: string): Promise<Partner | undefined>;
  insert(partner: Partner): Promise<void>;
  /** Throws StaleRecord when the version has moved on. */
  update(partner: Partner): Promise<void>;
};

export function partnerStore(knex: Knex): PartnerStore {
  const findBy = async (where: Partial<Row>) => {
    const row = await knex<Row>('partner').where(where).first();
    return row && partnerFrom(row);
  };
  return {
    find: (id) => findBy({ id }),
    findByName: (name) => findBy({ name }),
    insert: async (partner) => {
      await knex('partner').insert(rowFrom(partner));
    },
    update: (partner) => {
      const { id, version, ...columns } = rowFrom(partner);
      return updateVersion(knex, 'partner', { id, version }, columns);
    },
  };
}
