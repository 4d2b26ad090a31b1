import type { Knex } from 'knex';
import type { EnteredMinimumWage } from '#app/domain/minimumWage.ts';
import { StaleRecord, updateVersion } from './versioned.ts';

type Row = {
  id: string;
  prefecture: string;
  effective_from: string;
  yen: number;
  source: string;
  entered_by: string;
  entered_at: string;
  version: number;
};

export const minimumWageFrom = (row: Row): EnteredMinimumWage => ({
  id: row.id,
  prefecture: row.prefecture,
  from: row.effective_from,
  yen: row.yen,
  source: row.source,
  enteredBy: row.entered_by,
  enteredAt: row.entered_at,
  version: row.version,
});

const rowFrom = (wage: EnteredMinimumWage): Row => ({
  id: wage.id,
  prefecture: wage.prefecture,
  effective_from: wage.from,
  yen: wage.yen,
  source: wage.source,
  entered_by: wage.enteredBy,
  entered_at: wage.enteredAt,
  version: wage.version,
});

/** The minimum wages supervisors have entered, of every office: they are the country's. */
export type MinimumWageStore = {
  all(): Promise<EnteredMinimumWage[]>;
  ofPrefecture(prefecture: string): Promise<EnteredMinimumWage[]>;
  find(id: string): Promise<EnteredMinimumWage | undefined>;
  insert(wage: EnteredMinimumWage): Promise<void>;
  /** Saves where the version is still `wage.version`; throws StaleRecord otherwise. */
  update(wage: EnteredMinimumWage): Promise<void>;
  /** Takes it back where the version is still `wage.version`; throws StaleRecord otherwise. */
  remove(wage: Pick<EnteredMinimumWage, 'id' | 'version'>): Promise<void>;
};

export function minimumWageStore(knex: Knex): MinimumWageStore {
  const wages = () => knex<Row>('minimum_wage').orderBy(['prefecture', 'effective_from']);
  return {
    all: async () => (await wages()).map(minimumWageFrom),
    ofPrefecture: async (prefecture) => (await wages().where({ prefecture })).map(minimumWageFrom),
    find: async (id) => {
      const row = await knex<Row>('minimum_wage').where({ id }).first();
      return row && minimumWageFrom(row);
    },
    insert: async (wage) => {
      await knex('minimum_wage').insert(rowFrom(wage));
    },
    update: (wage) => {
      const { id, version, ...columns } = rowFrom(wage);
      return updateVersion(knex, 'minimum_wage', { id, version }, columns);
    },
    remove: async ({ id, version }) => {
      const removed = await knex('minimum_wage').where({ id, version }).delete();
      if (removed !== 1) throw new StaleRecord('minimum_wage', id);
    },
  };
}
