import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { accountStore } from '../stores/accounts.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { postingStore } from '../stores/postings.ts';
import { restrictionStore } from '../stores/restrictions.ts';
import type { MypageAccess } from './mypageAccess.ts';

export type EstablishmentAccess = {
  name: string;
  /** Each account of the establishment, the oldest first. */
  accounts: readonly { id: string; email: string; records: MypageAccess['records'] }[];
};

/** What decides which features each MyPage of an establishment has on `today`; null outside the actor's reach. */
export async function establishmentAccess(
  knex: Knex,
  actor: StaffActor,
  id: string,
  today: CalendarDate,
): Promise<EstablishmentAccess | null> {
  const establishment = await establishmentStore(knex).find(scopeOf(actor), id);
  if (establishment === undefined) return null;
  const validPostings = await postingStore(knex).countValid(id, today);
  const restriction = (await restrictionStore(knex).openOf(id)) ?? null;
  const accounts = await accountStore(knex).ofEstablishment(id);
  return {
    name: establishment.name,
    accounts: accounts.map(({ id: accountId, email, suspendedOn, withdrawnOn }) => ({
      id: accountId,
      email,
      records: { validPostings, restriction, suspendedOn, withdrawnOn },
    })),
  };
}
