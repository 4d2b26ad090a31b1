import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { inScope } from '../stores/scope.ts';

/** What the 控え of an account shows. */
export type OpeningGuide = {
  email: string;
  establishment: { id: string; name: string; number: string | null };
  office: { name: string; phone: string };
};

/** 開設案内(控え) of an account at an establishment of the actor's office; null otherwise. */
export async function openingGuide(
  knex: Knex,
  actor: StaffActor,
  accountId: string,
): Promise<OpeningGuide | null> {
  const row = await knex('account')
    .join('establishment', 'establishment.id', 'account.establishment_id')
    .join('office', 'office.id', 'establishment.office_id')
    .where('account.id', accountId)
    .where(inScope(scopeOf(actor), { office: 'establishment.office_id', establishment: 'establishment.id' }))
    .first({
      email: 'account.email',
      establishmentId: 'establishment.id',
      name: 'establishment.name',
      number: 'establishment.number',
      officeName: 'office.name',
      officePhone: 'office.phone',
    });
  if (row === undefined) return null;
  return {
    email: row.email,
    establishment: { id: row.establishmentId, name: row.name, number: row.number },
    office: { name: row.officeName, phone: row.officePhone },
  };
}
