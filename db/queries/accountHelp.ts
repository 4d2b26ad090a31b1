import type { Knex } from 'knex';
import type { Account, FormerEmail } from '#app/domain/account.ts';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { Suspension } from '#app/domain/suspension.ts';
import { accountStore } from '../stores/accounts.ts';
import { establishmentStore } from '../stores/establishments.ts';
import { suspensionStore } from '../stores/suspensions.ts';
import { toCount } from './page.ts';

/** One account as the counter looks at it to help; nothing of its password or keys. */
export type AccountHelp = {
  establishment: { id: string; name: string };
  account: Pick<
    Account,
    'id' | 'email' | 'state' | 'openedBy' | 'openedOn' | 'suspendedOn' | 'withdrawnOn' | 'version'
  >;
  lastSignInAt: Instant | null;
  /** Sessions that were used since `liveSince`. */
  sessions: number;
  keyUntil: Instant | null;
  /** The newest first. */
  former: readonly Pick<FormerEmail, 'email' | 'replacedAt' | 'by'>[];
};

/** An account of an establishment of the actor's office; null otherwise. */
export async function accountHelp(
  knex: Knex,
  actor: StaffActor,
  ids: { establishmentId: string; accountId: string },
  { now, liveSince }: { now: Instant; liveSince: Instant },
): Promise<AccountHelp | null> {
  const establishment = await establishmentStore(knex).find(scopeOf(actor), ids.establishmentId);
  const account = await accountStore(knex).find(ids.accountId);
  if (establishment === undefined || account?.establishmentId !== establishment.id) return null;
  const { id, email, state, openedBy, openedOn, suspendedOn, withdrawnOn, version } = account;
  const row = await knex
    .select({
      last: knex('audit_entry')
        .where({ subject_type: 'account', subject_id: id, action: 'account.signedIn' })
        .max('at'),
      sessions: knex('session')
        .where({ subject_id: id, audience: 'mypage' })
        .where('seen_at', '>', liveSince)
        .count('*'),
      key: knex('verification_key')
        .where({ account_id: id })
        .whereNull('email')
        .whereNull('used_at')
        .whereNull('voided_at')
        .where('expires_at', '>', now)
        .max('expires_at'),
    })
    .first();
  const former = await knex('former_email')
    .where({ account_id: id })
    .orderBy('replaced_at', 'desc')
    .limit(20);
  return {
    establishment: { id: establishment.id, name: establishment.name },
    account: { id, email, state, openedBy, openedOn, suspendedOn, withdrawnOn, version },
    lastSignInAt: row?.last ?? null,
    sessions: toCount(row?.sessions),
    keyUntil: row?.key ?? null,
    former: former.map((one) => ({ email: one.email, replacedAt: one.replaced_at, by: one.by })),
  };
}

/** How much was counted under each of these keys in the windows that are still running. */
export async function countsOf(
  knex: Knex,
  _actor: StaffActor,
  keys: readonly string[],
  now: Instant,
): Promise<Readonly<Record<string, number>>> {
  const rows = await knex('throttle')
    .whereIn('key', [...keys])
    .where('window_ends_at', '>', now)
    .select('key', 'count');
  return Object.fromEntries(rows.map(({ key, count }) => [key, toCount(count)]));
}

/** The MyPage of an establishment of the actor's office: its accounts and the 利用不可 in force; null otherwise. */
export async function mypageOf(
  knex: Knex,
  actor: StaffActor,
  establishmentId: string,
): Promise<{
  establishment: { id: string; name: string };
  accounts: readonly Pick<Account, 'email' | 'suspendedOn' | 'withdrawnOn'>[];
  suspension: Suspension | null;
} | null> {
  const establishment = await establishmentStore(knex).find(scopeOf(actor), establishmentId);
  if (establishment === undefined) return null;
  const accounts = await accountStore(knex).ofEstablishment(establishmentId);
  return {
    establishment: { id: establishment.id, name: establishment.name },
    accounts: accounts.map(({ email, suspendedOn, withdrawnOn }) => ({ email, suspendedOn, withdrawnOn })),
    suspension: (await suspensionStore(knex).openOf(establishmentId)) ?? null,
  };
}
