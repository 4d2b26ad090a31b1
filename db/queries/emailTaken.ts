import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';

/** Whether an address is an account already, at whatever office: it can sign in for one establishment only. */
export async function emailTaken(knex: Knex, _actor: StaffActor, email: string): Promise<boolean> {
  return (await knex('account').where({ email }).whereNull('closed_on').first('id')) !== undefined;
}
