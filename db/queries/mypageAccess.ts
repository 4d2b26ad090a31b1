import type { Knex } from 'knex';
import type { Account } from '#app/domain/account.ts';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Restriction } from '#app/domain/restriction.ts';
import { accountStore } from '../stores/accounts.ts';
import { type Office, officeStore } from '../stores/offices.ts';
import { postingStore } from '../stores/postings.ts';
import { restrictionStore } from '../stores/restrictions.ts';
import { establishmentOf } from './mypageEstablishment.ts';

/** What decides which features of a MyPage are open, and the office to call about it. */
export type MypageAccess = {
  records: {
    validPostings: number;
    restriction: Restriction | null;
    suspendedOn: Account['suspendedOn'];
    withdrawnOn: Account['withdrawnOn'];
  };
  /** null before there is an establishment. */
  office: Office | null;
};

/** The records of the actor's own MyPage, as they stand on `today`. */
export async function mypageAccess(
  knex: Knex,
  actor: EmployerActor,
  today: CalendarDate,
): Promise<MypageAccess> {
  const account = await accountStore(knex).find(actor.accountId);
  const establishment = await establishmentOf(knex, actor);
  const id = establishment?.id ?? '';
  return {
    records: {
      validPostings: await postingStore(knex).countValid(id, today),
      restriction: (await restrictionStore(knex).openOf(id)) ?? null,
      suspendedOn: account?.suspendedOn ?? null,
      withdrawnOn: account?.withdrawnOn ?? null,
    },
    office: establishment ? ((await officeStore(knex).find(establishment.officeId)) ?? null) : null,
  };
}
