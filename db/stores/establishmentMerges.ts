import type { Knex } from 'knex';
import type { Instant } from '#app/domain/clock.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import { countedImageStates } from '#app/domain/image.ts';
import {
  type ImagePlace,
  type Merge,
  type MergeSide,
  type MovedTable,
  movedTables,
} from '#app/domain/merge.ts';

export type EstablishmentMergeStore = {
  /** What a merge asks about a record. */
  sideOf(establishment: Establishment): Promise<MergeSide>;
  /** How many rows of each table would move with a record. */
  countsOf(establishmentId: string): Promise<Readonly<Record<MovedTable, number>>>;
  /** Every row that moves becomes the other record's; the counted images take these places there. */
  move(from: string, to: string, places: readonly ImagePlace[]): Promise<void>;
  /** Keeps the pointer; what pointed to the merged record points to the kept one from now on. */
  insert(merge: Merge): Promise<void>;
  /** Where a record was merged into; undefined when it was not. */
  of(mergedId: string): Promise<Merge | undefined>;
  /** Says that two records are different establishments; saying it again changes nothing. */
  tellApart(ids: readonly [string, string], told: { by: string; at: Instant }): Promise<void>;
};

export function establishmentMergeStore(knex: Knex): EstablishmentMergeStore {
  const isThere = async (query: Knex.QueryBuilder): Promise<boolean> =>
    (await query.first(knex.raw('1 as there'))) !== undefined;
  return {
    sideOf: async ({ id, officeId, state, corporateNumber }) => {
      const of = { establishment_id: id };
      const images = await knex('image')
        .where(of)
        .whereIn('state', [...countedImageStates])
        .count({ count: '*' })
        .first();
      return {
        id,
        officeId,
        state,
        corporateNumber,
        mypageInUse: await isThere(knex('account').where(of).where({ state: 'active', closed_on: null })),
        restricted: await isThere(knex('restriction').where(of).whereNull('released_on')),
        suspended: await isThere(knex('suspension').where(of).whereNull('ended_on')),
        changing: await isThere(
          knex('change_request')
            .where({ ...of, posting_id: null })
            .whereIn('state', ['submitted', 'returned']),
        ),
        images: Number(images?.count),
      };
    },
    countsOf: async (establishmentId) => {
      const counts = await knex
        .select(
          Object.fromEntries(
            movedTables.map((table) => [
              table,
              knex(table).where({ establishment_id: establishmentId }).count('*'),
            ]),
          ),
        )
        .first();
      return Object.fromEntries(movedTables.map((table) => [table, Number(counts[table])])) as Record<
        MovedTable,
        number
      >;
    },
    move: async (from, to, places) => {
      for (const { id, slot, position } of places)
        await knex('image').where({ id }).update({ establishment_id: to, slot, position });
      // One invitation for each address.
      await knex('invitation')
        .where({ establishment_id: from })
        .whereIn('email', knex('invitation').where({ establishment_id: to }).select('email'))
        .delete();
      for (const table of movedTables)
        await knex(table).where({ establishment_id: from }).update({ establishment_id: to });
    },
    insert: async ({ mergedId, keptId, reason, mergedBy, mergedAt }) => {
      await knex('establishment_merge').where({ kept_id: mergedId }).update({ kept_id: keptId });
      await knex('establishment_merge').insert({
        merged_id: mergedId,
        kept_id: keptId,
        reason,
        merged_by: mergedBy,
        merged_at: mergedAt,
      });
    },
    of: async (mergedId) => {
      const row = await knex('establishment_merge').where({ merged_id: mergedId }).first();
      return (
        row && {
          mergedId: row.merged_id,
          keptId: row.kept_id,
          reason: row.reason,
          mergedBy: row.merged_by,
          mergedAt: row.merged_at,
        }
      );
    },
    tellApart: async (ids, { by, at }) => {
      const [one, other] = ids.toSorted();
      await knex('establishment_distinct')
        .insert({ one_id: one, other_id: other, told_by: by, told_at: at })
        .onConflict(['one_id', 'other_id'])
        .ignore();
    },
  };
}
