import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { DuplicateMatch, Establishment, EstablishmentState } from '#app/domain/establishment.ts';
import type { SearchKeys } from '#app/domain/searchParts.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { type Address, addressIn } from './address.ts';

/** A record that may be the same establishment, with what is needed to tell it from another one. */
export type PossibleDuplicate = {
  id: string;
  state: EstablishmentState;
  number: string | null;
  corporateNumber: string | null;
  name: string;
  phone: string;
  address: Address;
  officeName: string;
  /** Whether the actor may open its card: records of other offices are named only. */
  ownOffice: boolean;
  matched: DuplicateMatch['matched'];
};

/**
 * What stands in the way of a new record (the same matching as in the act of registering). An establishment is
 * registered once in the whole country, so other offices are looked at too; of them only the fields above are shown.
 */
export async function duplicateEstablishments(
  knex: Knex,
  actor: StaffActor,
  candidate: Pick<Establishment, 'number' | 'corporateNumber' | 'phone'>,
  keys: SearchKeys,
  exceptId: string | null,
): Promise<PossibleDuplicate[]> {
  const matches = await establishmentStore(knex).possibleDuplicates(candidate, keys, exceptId);
  const rows = await knex('establishment')
    .join('office', 'office.id', 'establishment.office_id')
    .whereIn(
      'establishment.id',
      matches.map((match) => match.establishmentId),
    )
    .select('establishment.*', 'office.name as office_name');
  return matches.flatMap(({ establishmentId, matched }) =>
    rows
      .filter((row) => row.id === establishmentId)
      .map((row) => ({
        id: row.id,
        state: row.state,
        number: row.number,
        corporateNumber: row.corporate_number,
        name: row.name,
        phone: row.phone,
        address: addressIn(row.details),
        officeName: row.office_name,
        ownOffice: row.office_id === actor.officeId,
        matched,
      })),
  );
}
