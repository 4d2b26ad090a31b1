import type { Knex } from 'knex';
import type { DuplicateMatch, Establishment, EstablishmentVersion } from '#app/domain/establishment.ts';
import type { Scope } from '#app/domain/permissions.ts';
import { type SearchKeys, searchPartsOf } from '#app/domain/searchParts.ts';
import { fromJson, toJson } from '../rows.ts';
import { inScope } from './scope.ts';
import { updateVersion } from './versioned.ts';

type Row = {
  id: string;
  office_id: string;
  state: Establishment['state'];
  number: string | null;
  corporate_number: string | null;
  name: string;
  name_kana: string;
  phone: string;
  details: string;
  search_name: string;
  search_kana: string;
  registered_on: string | null;
  version: number;
  created_at: string;
};

const recordFrom = (row: Row): Establishment => ({
  id: row.id,
  officeId: row.office_id,
  state: row.state,
  number: row.number,
  corporateNumber: row.corporate_number,
  name: row.name,
  nameKana: row.name_kana,
  phone: row.phone,
  details: fromJson(row.details),
  registeredOn: row.registered_on,
  version: row.version,
  createdAt: row.created_at,
});

const rowFrom = (record: Establishment, keys: SearchKeys): Row => ({
  id: record.id,
  office_id: record.officeId,
  state: record.state,
  number: record.number,
  corporate_number: record.corporateNumber,
  name: record.name,
  name_kana: record.nameKana,
  phone: record.phone,
  details: toJson(record.details),
  search_name: keys.name,
  search_kana: keys.kana,
  registered_on: record.registeredOn,
  version: record.version,
  created_at: record.createdAt,
});

export type EstablishmentStore = {
  find(scope: Scope, id: string): Promise<Establishment | undefined>;
  /** Through the number of a merged record, too: the one that is kept. */
  findByNumber(scope: Scope, number: string): Promise<Establishment | undefined>;
  insert(record: Establishment, keys: SearchKeys): Promise<void>;
  /** Throws StaleRecord when the version has moved on. */
  update(record: Establishment, keys: SearchKeys): Promise<void>;
  /** Keeps data that a change replaces. */
  keepVersion(version: EstablishmentVersion): Promise<void>;
  /** Data replaced so far, newest first. */
  versionsOf(establishmentId: string): Promise<EstablishmentVersion[]>;
  /** Records that may be the same one, in any office, but not those that moved away (移管) or were merged: same number, 法人番号, phone, or folded name. */
  possibleDuplicates(
    candidate: Pick<Establishment, 'number' | 'corporateNumber' | 'phone'>,
    keys: SearchKeys,
    exceptId: string | null,
  ): Promise<DuplicateMatch[]>;
};

const columns = { office: 'office_id', establishment: 'id' };

/** Writes what has changed of the parts that an establishment is found by. */
async function keepParts(knex: Knex, record: Establishment, keys: SearchKeys): Promise<void> {
  const of = { establishment_id: record.id, office_id: record.officeId };
  const parts = () => knex('establishment_search_part');
  // Until the 本登録 the employer may choose another office.
  await parts().where('establishment_id', record.id).whereNot('office_id', record.officeId).delete();
  const kept = new Set<string>(await parts().where(of).pluck('part'));
  const wanted = new Set(searchPartsOf(record, keys));
  const gone = [...kept].filter((part) => !wanted.has(part));
  const added = [...wanted].filter((part) => !kept.has(part));
  if (gone.length > 0) await parts().where(of).whereIn('part', gone).delete();
  if (added.length > 0) await parts().insert(added.map((part) => ({ ...of, part })));
}

/** Ids of what shares any of the keys: an index leads to each of them, and none to all of them together. */
function sharingKeys(
  knex: Knex,
  { number, corporateNumber, phone }: Pick<Establishment, 'number' | 'corporateNumber' | 'phone'>,
  keys: SearchKeys,
): Knex.QueryBuilder {
  const by = (column: string, value: string) => knex('establishment').where(column, value).select('id');
  return by('search_name', keys.name).union([
    by('phone', phone),
    ...(corporateNumber ? [by('corporate_number', corporateNumber)] : []),
    // Written out, because SQLite takes a partial index only where it reads the state in the statement itself.
    ...(number ? [by('number', number).whereRaw("state <> 'transferred_out'")] : []),
  ]);
}

export function establishmentStore(knex: Knex): EstablishmentStore {
  return {
    find: async (scope, id) => {
      const row = await knex<Row>('establishment').where({ id }).where(inScope(scope, columns)).first();
      return row && recordFrom(row);
    },
    findByNumber: async (scope, number) => {
      const row = await knex<Row>('establishment').where({ number }).where(inScope(scope, columns)).first();
      if (row?.state !== 'merged') return row && recordFrom(row);
      const kept = await knex<Row>('establishment')
        .whereIn('id', knex('establishment_merge').where({ merged_id: row.id }).select('kept_id'))
        .first();
      return kept && recordFrom(kept);
    },
    insert: async (record, keys) => {
      await knex('establishment').insert(rowFrom(record, keys));
      await keepParts(knex, record, keys);
    },
    update: async (record, keys) => {
      const { id, version, ...changed } = rowFrom(record, keys);
      await updateVersion(knex, 'establishment', { id, version }, changed);
      await keepParts(knex, record, keys);
    },
    keepVersion: async ({
      id,
      establishmentId,
      details,
      cause,
      requestId,
      reason,
      replacedBy,
      replacedAt,
    }) => {
      await knex('establishment_version').insert({
        id,
        establishment_id: establishmentId,
        details: toJson(details),
        cause,
        request_id: requestId,
        reason,
        replaced_by: replacedBy,
        replaced_at: replacedAt,
      });
    },
    versionsOf: async (establishmentId) => {
      const rows = await knex('establishment_version')
        .where({ establishment_id: establishmentId })
        .orderBy([
          { column: 'replaced_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ]);
      return rows.map((row) => ({
        id: row.id,
        establishmentId: row.establishment_id,
        details: fromJson(row.details),
        cause: row.cause,
        requestId: row.request_id,
        reason: row.reason,
        replacedBy: row.replaced_by,
        replacedAt: row.replaced_at,
      }));
    },
    possibleDuplicates: async (candidate, keys, exceptId) => {
      const rows = await knex<Row>('establishment')
        .whereIn('id', sharingKeys(knex, candidate, keys))
        .whereNot('id', exceptId ?? '')
        .whereNot('state', 'transferred_out')
        .where((same) => {
          // A merged record still holds its number; for the rest the one it was merged into stands.
          same.where((alike) => {
            alike.whereNot('state', 'merged').where((by) => {
              by.where('search_name', keys.name).orWhere('phone', candidate.phone);
              if (candidate.corporateNumber) by.orWhere('corporate_number', candidate.corporateNumber);
            });
          });
          if (candidate.number) same.orWhere('number', candidate.number);
        })
        .orderBy('created_at')
        .limit(20);
      return rows.map((row) => ({
        establishmentId: row.id,
        matched: [
          ...(row.number !== null && row.number === candidate.number ? (['number'] as const) : []),
          ...(row.corporate_number !== null && row.corporate_number === candidate.corporateNumber
            ? (['corporateNumber'] as const)
            : []),
          ...(row.search_name === keys.name ? (['name'] as const) : []),
          ...(row.phone === candidate.phone ? (['phone'] as const) : []),
        ],
      }));
    },
  };
}
