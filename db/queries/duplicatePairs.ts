import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { DuplicateMatch, EstablishmentState } from '#app/domain/establishment.ts';
import { type Address, addressIn } from './address.ts';
import { type Page, pageOf } from './page.ts';

export type PairedEstablishment = {
  id: string;
  state: EstablishmentState;
  number: string | null;
  name: string;
  phone: string;
  address: Address;
};

/** Two records that may be of one establishment, the older one first. */
export type DuplicatePair = {
  one: PairedEstablishment;
  other: PairedEstablishment;
  matched: DuplicateMatch['matched'];
};

type Row = Record<string, string | null> & {
  name_same: number;
  phone_same: number;
  corporation_same: number;
};

const sideOf = (row: Row, side: 'a' | 'b'): PairedEstablishment => ({
  id: row[`${side}_id`] ?? '',
  state: row[`${side}_state`] as EstablishmentState,
  number: row[`${side}_number`] ?? null,
  name: row[`${side}_name`] ?? '',
  phone: row[`${side}_phone`] ?? '',
  address: addressIn(row[`${side}_details`] ?? '{}'),
});

const kept = ['provisional', 'registered'];

/**
 * Pairs of the actor's office that may be one establishment: the same folded name or the same telephone number, no two
 * different 法人番号, and nobody has told them apart. Those that match in more come first, then the newest.
 */
export async function duplicatePairs(
  knex: Knex,
  actor: StaffActor,
  page: number,
): Promise<Page<DuplicatePair>> {
  // Each way is a join over an index of its own; ids are in the order of creation.
  const alike = (column: 'search_name' | 'phone') =>
    knex('establishment as x')
      .join('establishment as y', (on) =>
        on.on('y.office_id', 'x.office_id').andOn(`y.${column}`, `x.${column}`).andOn('x.id', '<', 'y.id'),
      )
      .where('x.office_id', actor.officeId)
      .whereIn('x.state', kept)
      .whereIn('y.state', kept)
      .select('x.id as one_id', 'y.id as other_id');
  const pairs = () =>
    knex
      .from(alike('search_name').union(alike('phone')).as('pair'))
      .join('establishment as a', 'a.id', 'pair.one_id')
      .join('establishment as b', 'b.id', 'pair.other_id')
      .where((same) =>
        same
          .whereNull('a.corporate_number')
          .orWhereNull('b.corporate_number')
          .orWhereRaw('a.corporate_number = b.corporate_number'),
      )
      .whereNotExists(
        knex('establishment_distinct as told')
          .whereRaw('told.one_id = pair.one_id')
          .whereRaw('told.other_id = pair.other_id'),
      );
  const found = await pageOf<Row>(
    pairs(),
    pairs()
      .select(
        ...(['a', 'b'] as const).flatMap((side) =>
          ['id', 'state', 'number', 'name', 'phone', 'details'].map(
            (column) => `${side}.${column} as ${side}_${column}`,
          ),
        ),
        knex.raw('case when a.search_name = b.search_name then 1 else 0 end as name_same'),
        knex.raw('case when a.phone = b.phone then 1 else 0 end as phone_same'),
        knex.raw('case when a.corporate_number = b.corporate_number then 1 else 0 end as corporation_same'),
      )
      .orderByRaw(
        'case when a.search_name = b.search_name and a.phone = b.phone then 0 else 1 end, b.id desc, a.id',
      ),
    page,
  );
  return {
    ...found,
    rows: found.rows.map((row) => ({
      one: sideOf(row, 'a'),
      other: sideOf(row, 'b'),
      matched: [
        ...(Number(row.corporation_same) === 1 ? (['corporateNumber'] as const) : []),
        ...(Number(row.name_same) === 1 ? (['name'] as const) : []),
        ...(Number(row.phone_same) === 1 ? (['phone'] as const) : []),
      ],
    })),
  };
}
