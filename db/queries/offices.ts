import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import { type Office, officeStore } from '../stores/offices.ts';

/** The actor's office, and every other one in the order of their codes: what anybody may look up to call them. */
export async function offices(
  knex: Knex,
  actor: StaffActor,
): Promise<{ own: Office; others: readonly Office[] }> {
  const all = await officeStore(knex).all();
  const own = all.find(({ id }) => id === actor.officeId);
  if (own === undefined) throw new Error('The office of the actor is gone.');
  return { own, others: all.filter((office) => office !== own) };
}
