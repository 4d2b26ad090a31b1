import type { Knex } from 'knex';
import type { Account } from '#app/domain/account.ts';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { type DeviceSystem, deviceSystems } from '#app/domain/device.ts';
import { fromJson } from '../rows.ts';
import { accountStore } from '../stores/accounts.ts';
import { invitationStore } from '../stores/invitations.ts';

/** An address that signs in for the establishment. */
export type SignInAddress = Pick<Account, 'id' | 'email' | 'state' | 'openedOn'> & {
  own: boolean;
  lastSignInAt: Instant | null;
};

export type SignIn = { seq: number; at: Instant; email: string; device: DeviceSystem | null };
export type OpenSession = { begunAt: Instant; seenAt: Instant; device: DeviceSystem | null; own: boolean };

export type MypageAccount = {
  /** The oldest first. */
  addresses: readonly SignInAddress[];
  /** Addresses that have not answered yet. */
  invitations: readonly { id: string; email: string; invitedAt: Instant }[];
  /** The newest of every address of the establishment. */
  signIns: readonly SignIn[];
  /** Of the actor's own account, the last used first. */
  sessions: readonly OpenSession[];
};

/** The session that asks, and since when a session must have been used to be open still. */
type Shown = { sessionHash: string; liveSince: Instant };

const signInsShown = 20;

const deviceIn = (data: string): DeviceSystem | null => {
  const { device } = fromJson<{ device?: DeviceSystem }>(data);
  return device !== undefined && deviceSystems.includes(device) ? device : null;
};

/** The actor's account and the others of the same establishment; the account alone before there is one. */
const accountsOf = (knex: Knex, { accountId, establishmentId }: EmployerActor) =>
  knex('account').where(establishmentId === null ? { id: accountId } : { establishment_id: establishmentId });

async function addressesOf(knex: Knex, actor: EmployerActor): Promise<SignInAddress[]> {
  const rows = await accountsOf(knex, actor)
    .orderBy(['created_at', 'id'])
    .select('id', 'email', 'state', 'opened_on')
    .select({
      last: knex('audit_entry')
        .where({ subject_type: 'account', action: 'account.signedIn' })
        .whereRaw('subject_id = account.id')
        .max('at'),
    });
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    state: row.state,
    openedOn: row.opened_on as CalendarDate | null,
    own: row.id === actor.accountId,
    lastSignInAt: row.last,
  }));
}

async function signInsOf(knex: Knex, actor: EmployerActor): Promise<SignIn[]> {
  const rows = await knex('audit_entry')
    .join('account', 'account.id', 'audit_entry.subject_id')
    .where({ subject_type: 'account', action: 'account.signedIn' })
    .whereIn('subject_id', accountsOf(knex, actor).select('id'))
    .orderBy('seq', 'desc')
    .limit(signInsShown)
    .select('seq', 'at', 'account.email', 'detail');
  return rows.map(({ seq, at, email, detail }) => ({ seq, at, email, device: deviceIn(detail) }));
}

async function sessionsOf(
  knex: Knex,
  accountId: string,
  { sessionHash, liveSince }: Shown,
): Promise<OpenSession[]> {
  const rows = await knex('session')
    .where({ subject_id: accountId, audience: 'mypage' })
    .where('seen_at', '>', liveSince)
    .orderBy('seen_at', 'desc')
    .select('id_hash', 'created_at', 'seen_at', 'data');
  return rows.map((row) => ({
    begunAt: row.created_at,
    seenAt: row.seen_at,
    device: deviceIn(row.data),
    own: row.id_hash === sessionHash,
  }));
}

/** アカウント: who signs in, when and where from. */
export async function mypageAccount(knex: Knex, actor: EmployerActor, shown: Shown): Promise<MypageAccount> {
  const invited = actor.establishmentId === null ? [] : await invitationStore(knex).of(actor.establishmentId);
  return {
    addresses: await addressesOf(knex, actor),
    invitations: invited.map(({ id, email, invitedAt }) => ({ id, email, invitedAt })),
    signIns: await signInsOf(knex, actor),
    sessions: await sessionsOf(knex, actor.accountId, shown),
  };
}

/** The actor's own account as it stands. */
export const ownAccount = (knex: Knex, { accountId }: EmployerActor): Promise<Account | undefined> =>
  accountStore(knex).find(accountId);

/** Every address that signs in for the establishment. */
export const mypageEmails = (knex: Knex, actor: EmployerActor): Promise<string[]> =>
  accountsOf(knex, actor).orderBy(['created_at', 'id']).pluck('email');

/** One address of the establishment or an invitation of one, to be taken away; undefined where there is no such. */
export async function mypageAddress(
  knex: Knex,
  actor: EmployerActor,
  id: string,
): Promise<{ id: string; email: string; kind: 'account' | 'invitation' } | undefined> {
  const account = await accountsOf(knex, actor).where({ id }).first('id', 'email');
  if (account) return { id: account.id, email: account.email, kind: 'account' };
  const invitation = await knex('invitation')
    .where({ id, establishment_id: actor.establishmentId ?? '' })
    .first('id', 'email');
  return invitation && { id: invitation.id, email: invitation.email, kind: 'invitation' };
}
