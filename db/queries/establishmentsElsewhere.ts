import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';

/** An establishment that another office has registered: no more than whom to send the caller to. */
export type EstablishmentElsewhere = { id: string; name: string; office: string; phone: string };

/**
 * Registrations of other offices under exactly this 事業所番号, or this 法人番号: whoever has a whole number in hand has
 * it from the establishment.
 */
export const establishmentsElsewhere = async (
  knex: Knex,
  actor: StaffActor,
  { number, corporateNumber }: { number: string | null; corporateNumber: string | null },
): Promise<EstablishmentElsewhere[]> => {
  if (number === null && corporateNumber === null) return [];
  return knex('establishment')
    .join('office', 'office.id', 'establishment.office_id')
    .whereNot('establishment.office_id', actor.officeId)
    .whereNotIn('establishment.state', ['transferred_out', 'merged'])
    .where((any) => {
      if (number !== null) any.orWhere('establishment.number', number);
      if (corporateNumber !== null) any.orWhere('establishment.corporate_number', corporateNumber);
    })
    .orderBy(['office.code', 'establishment.id'])
    .limit(10)
    .select('establishment.id', 'establishment.name', 'office.name as office', 'office.phone');
};
