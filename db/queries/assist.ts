import type { Knex } from 'knex';
import type { EmployerActor, StaffActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { accountStore } from '../stores/accounts.ts';
import { assistSessionStore } from '../stores/assistSessions.ts';
import { establishmentStore } from '../stores/establishments.ts';

export type AssistedEstablishment = {
  id: string;
  name: string;
  /** Until when the actor's look at it lasts; null while they have not begun one. */
  endsAt: Instant | null;
};

/** The establishment whose pages the actor may look at; null outside their reach. */
export async function assistedEstablishment(
  knex: Knex,
  actor: StaffActor,
  id: string,
  now: Instant,
): Promise<AssistedEstablishment | null> {
  const establishment = await establishmentStore(knex).find(scopeOf(actor), id);
  if (establishment === undefined) return null;
  const session = await assistSessionStore(knex).running(actor.id, id, now);
  return { id, name: establishment.name, endsAt: session?.endsAt ?? null };
}

/**
 * The employer whom a query of the MyPage is asked for, while the actor's look lasts; null otherwise. It exists inside
 * this file only and is given to reading queries on the read pool, never to an act.
 */
async function readAs(
  knex: Knex,
  actor: StaffActor,
  establishmentId: string,
  now: Instant,
): Promise<EmployerActor | null> {
  const establishment = await establishmentStore(knex).find(scopeOf(actor), establishmentId);
  const session = await assistSessionStore(knex).running(actor.id, establishmentId, now);
  if (establishment === undefined || session === undefined) return null;
  const account = session.accountId === null ? undefined : await accountStore(knex).find(session.accountId);
  return { kind: 'employer', accountId: account?.id ?? '', email: account?.email ?? '', establishmentId };
}

/** What a page of the MyPage reads, read for staff who look at it; null once their time is over. */
export const assisted = async <Rest extends readonly unknown[], Result>(
  knex: Knex,
  actor: StaffActor,
  at: { establishmentId: string; now: Instant },
  query: (knex: Knex, employer: EmployerActor, ...rest: Rest) => Promise<Result>,
  ...rest: Rest
): Promise<{ read: Result } | null> => {
  const employer = await readAs(knex, actor, at.establishmentId, at.now);
  return employer === null ? null : { read: await query(knex, employer, ...rest) };
};
