import type { Knex } from 'knex';
import { fromFlag, toFlag } from '../rows.ts';

/** 個人設定: how a member of staff likes the screens. */
export type StaffPreferences = { singleKeys: boolean };

const asTheyCome: StaffPreferences = { singleKeys: true };

export type StaffPreferenceStore = {
  /** What was chosen, or how the screens come. */
  find(staffId: string): Promise<StaffPreferences>;
  /** Of two changes by the same person the later one stands. */
  save(staffId: string, preferences: StaffPreferences): Promise<void>;
};

export function staffPreferenceStore(knex: Knex): StaffPreferenceStore {
  return {
    find: async (staffId) => {
      const row = await knex('staff_preference').where({ staff_id: staffId }).first();
      return row ? { singleKeys: fromFlag(row.single_keys) } : asTheyCome;
    },
    save: async (staffId, { singleKeys }) => {
      await knex('staff_preference')
        .insert({ staff_id: staffId, single_keys: toFlag(singleKeys) })
        .onConflict('staff_id')
        .merge();
    },
  };
}
