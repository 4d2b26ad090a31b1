import type { CalendarDate } from './calendar.ts';
import type { Instant } from './clock.ts';

/** States of a MyPage account (domain.md §3); 「認証キー待ち」 is derived from a live key. */
export const accountStates = ['mail_registered', 'active'] as const;
export type AccountState = (typeof accountStates)[number];

/** ログインアカウント: an e-mail address that signs in for one establishment. */
export type Account = {
  id: string;
  /** null until an employer who opened the account online has entered the establishment. */
  establishmentId: string | null;
  email: string;
  state: AccountState;
  /** Leaflet ①: at the counter; or online with the counter completing the registration. */
  openedBy: 'counter' | 'online';
  passwordHash: string | null;
  consentedAt: Instant | null;
  /** The day the MyPage opened: password set (counter), or registration completed at the counter (online). */
  openedOn: CalendarDate | null;
  /** 利用不可 since that day, until the office lifts it; the account signs in and finds its features closed. */
  suspendedOn: CalendarDate | null;
  /** The day the withdrawal (退会) was completed; from then on the account signs in no more. */
  withdrawnOn: CalendarDate | null;
  /** Closed since that day, because its establishment is under another office (移管); its address is free again. */
  closedOn: CalendarDate | null;
  version: number;
  createdAt: Instant;
};

/** Whether somebody can be signed in with the account: its password was set, it has not withdrawn and is not closed. */
export const canSignIn = ({
  state,
  withdrawnOn,
  closedOn,
}: Pick<Account, 'state' | 'withdrawnOn' | 'closedOn'>): boolean =>
  state === 'active' && withdrawnOn === null && closedOn === null;

/**
 * What a 認証キー is asked for: start and register are パスワード登録 (leaflet ②, ※②), forgot a new password, email a new
 * address of an account; counter is a key that the counter has issued again.
 */
export const keyPurposes = ['start', 'register', 'forgot', 'email', 'counter'] as const;
export type KeyPurpose = (typeof keyPurposes)[number];

/** What a key opens: the page that sets a password, or the change of the address. Each has its own newest key. */
export type KeyUse = 'password' | 'email';

/** 認証キー: valid while now < expiresAt; a newer one of the same use voids it; used once. */
export type VerificationKey = {
  id: string;
  accountId: string;
  purpose: KeyPurpose;
  /** The new address that it confirms; null where it is for a password. */
  email: string | null;
  hash: string;
  /** AES-256-GCM copy for the mail job; null once handed over. */
  sealed: string | null;
  issuedAt: Instant;
  expiresAt: Instant;
  usedAt: Instant | null;
  voidedAt: Instant | null;
};

/** Why a key cannot be used now, or null when it can. Expiry is exact: at issue + 50:00 it is over. */
export function keyProblem(key: VerificationKey, now: Instant): 'used' | 'voided' | 'expired' | null {
  if (key.usedAt !== null) return 'used';
  if (key.voidedAt !== null) return 'voided';
  return now < key.expiresAt ? null : 'expired';
}

/** An address that a holder wants to sign in for the same establishment; becomes an account when it asks for its key. */
export type Invitation = {
  id: string;
  establishmentId: string;
  email: string;
  /** The account. */
  invitedBy: string;
  invitedAt: Instant;
};

/** An address that an account had before, kept so that it can be told of the change. */
export type FormerEmail = {
  id: string;
  accountId: string;
  email: string;
  replacedAt: Instant;
  by: 'holder' | 'counter';
};

/** A mail that was handed over to the mail server for an account. */
export type SentMail = { id: string; accountId: string; kind: string; sentAt: Instant };

/** A fresh account: an address that is registered, whose password is still to be set. */
export const newAccount = (
  account: Pick<Account, 'id' | 'establishmentId' | 'email' | 'openedBy' | 'suspendedOn' | 'createdAt'>,
): Account => ({
  ...account,
  state: 'mail_registered',
  passwordHash: null,
  consentedAt: null,
  openedOn: null,
  withdrawnOn: null,
  closedOn: null,
  version: 1,
});
