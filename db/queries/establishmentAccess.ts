import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { accountStore } from '../stores/accounts.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { postingStore, type RetentionCounts } from '../stores/postings.ts';
import { restrictionStore } from '../stores/restrictions.ts';
import type { MypageAccess } from './mypageAccess.ts';

export type EstablishmentAccess = {
  name: string;
  /** Each account of the establishment, the oldest first. */
  accounts: readonly { id: string; email: string; records: MypageAccess['records'] & RetentionCounts }[];
};

/**
 * What decides on `today` which features each MyPage of an establishment has, and whether it is kept; null outside the
 * actor's reach.
 */
export async function establishmentAccess(
  knex: Knex,
  actor: StaffActor,
  id: string,
  today: CalendarDate,
): Promise<EstablishmentAccess | null> {
  const establishment = await establishmentStore(knex).find(scopeOf(actor), id);
  if (establishment === undefined) return null;
  const postings = postingStore(knex);
  const shared = {
    validPostings: await postings.countValid(id, today),
    restriction: (await restrictionStore(knex).openOf(id)) ?? null,
    ...(await postings.retentionCounts(id, today)),
  };
  const accounts = await accountStore(knex).ofEstablishment(id);
  return {
    name: establishment.name,
    accounts: accounts.map(({ id: accountId, email, suspendedOn, withdrawnOn }) => ({
      id: accountId,
      email,
      records: { ...shared, suspendedOn, withdrawnOn },
    })),
  };
}
