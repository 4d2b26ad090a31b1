import type { Knex } from 'knex';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { Establishment } from '#app/domain/establishment.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { type Office, officeStore } from '../stores/offices.ts';

/** The establishment the account acts for; undefined before it is entered. */
export const establishmentOf = async (
  knex: Knex,
  actor: EmployerActor,
): Promise<Establishment | undefined> =>
  actor.establishmentId === null
    ? undefined
    : establishmentStore(knex).find(scopeOf(actor), actor.establishmentId);

export type MypageEstablishment = {
  establishment: Establishment | null;
  /** Every office that takes registrations, by code, for the choice of 管轄. */
  offices: readonly Office[];
};

export async function mypageEstablishment(knex: Knex, actor: EmployerActor): Promise<MypageEstablishment> {
  return {
    establishment: (await establishmentOf(knex, actor)) ?? null,
    offices: await officeStore(knex).all(),
  };
}
