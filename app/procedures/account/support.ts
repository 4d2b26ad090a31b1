import type { Account, KeyPurpose } from '#app/domain/account.ts';
import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import { toInstant } from '#app/domain/clock.ts';
import { done, type Outcome, type Refusal, refuse } from '#app/domain/refusal.ts';
import { passwordProblem } from '#app/forms/password.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import { NotFound, notFoundUnless, type PreparationContext, type ProcedureContext } from '../procedure.ts';
import type { Secrets } from '../secrets.ts';
import { countTry, throttleKey } from '../throttle.ts';

/** What several acts on accounts share. */

/** A figure of rules/limits/account on the day. */
export const accountLimit = (
  { rules, today }: Pick<ProcedureContext, 'rules' | 'today'>,
  name: string,
): number => Number(rules.parameter('limits/account', name, today));

/** The acting employer's own account. Throws NotFound when it was taken away meanwhile. */
export async function ownAccount({
  actor,
  stores,
}: Pick<ProcedureContext, 'actor' | 'stores'>): Promise<Account> {
  if (actor.kind !== 'employer') throw new Error('Only an employer has an account.');
  return notFoundUnless(await stores.accounts.find(actor.accountId));
}

/**
 * The acting employer types the password once more (reliability.md §1.3, 7.5.1). Wrong ones count as failed sign-ins
 * of the address, so that nobody guesses here instead of there.
 */
export async function confirmPassword(
  context: PreparationContext,
  password: string,
): Promise<Outcome<Account>> {
  const account = await ownAccount(context);
  const key = throttleKey('login:mypage', account.email);
  const allowed = await countTry(context, key);
  if (!allowed.ok) return refuse('password-throttled', { params: allowed.params });
  if (!(await context.secrets.verify(password, account.passwordHash)))
    return refuse('fields-wrong', { fields: [{ field: 'current_password', code: 'password-wrong' }] });
  await context.stores.throttles.reset(key);
  return done(account);
}

/** The refusal of a new password that does not keep to the rules said before it is typed. */
export function refuseWeakPassword(
  context: Pick<ProcedureContext, 'rules' | 'today'>,
  password: string,
  email: string,
): Refusal | null {
  const problem = passwordProblem(password, email, {
    min: accountLimit(context, 'passwordMinLength'),
    max: accountLimit(context, 'passwordMaxLength'),
  });
  return problem && refuse('fields-wrong', { fields: [problem] });
}

/** The mail to the holder of an account whose password was changed. */
export const tellPasswordChanged = (
  { enqueue, newId }: Pick<ProcedureContext, 'enqueue' | 'newId'>,
  accountId: string,
): void =>
  enqueue({ kind: 'mail.passwordChanged', payload: { accountId }, dedupe: `passwordChanged:${newId()}` });

/** A key that is not stored yet. */
export type PreparedKey = { hash: string; sealed: string };

export async function prepareKey(secrets: Secrets): Promise<PreparedKey> {
  const key = secrets.newKey();
  return { hash: await secrets.hash(key), sealed: secrets.seal(key) };
}

/**
 * Stores a key for an account and mails it; it voids the older ones of the same use and leaves the failure counters
 * alone. `email` is the new address that it confirms.
 */
export async function replaceKey(
  context: ProcedureContext,
  accountId: string,
  { hash, sealed }: PreparedKey,
  about: { purpose: Exclude<KeyPurpose, 'email'>; email: null } | { purpose: 'email'; email: string },
): Promise<string> {
  const { stores, newId, now, enqueue } = context;
  const expiresAt = toInstant(new Date(Date.parse(now) + accountLimit(context, 'keyMinutes') * 60_000));
  const keyId = newId();
  await stores.keys.voidAllOf(accountId, now, about.email === null ? 'password' : 'email');
  await stores.keys.insert({
    id: keyId,
    accountId,
    ...about,
    hash,
    sealed,
    issuedAt: now,
    expiresAt,
    usedAt: null,
    voidedAt: null,
  });
  enqueue({ kind: 'mail.key', payload: { keyId }, dedupe: `key:${keyId}`, expiresAt });
  return keyId;
}

/** The first day on which a MyPage withdrawn on `withdrawnOn` is erased (leaflet: 「退会手続き完了後…経過後に」). */
export const erasedFrom = (
  rules: RuleCatalogue,
  withdrawnOn: CalendarDate,
  today: CalendarDate,
): CalendarDate =>
  addDays(withdrawnOn, Number(rules.parameter('retention/account', 'withdrawalDays', today)) + 1);

/**
 * The acting employer's own account among all of the MyPage, held against others until the transaction ends: those of
 * the establishment; the account alone before there is one.
 */
export async function ownMypage(
  context: Pick<ProcedureContext, 'actor' | 'stores'>,
): Promise<{ own: Account; accounts: readonly Account[] }> {
  const before = await ownAccount(context);
  if (before.establishmentId === null) return { own: before, accounts: [before] };
  const accounts = await context.stores.accounts.lockOf(before.establishmentId);
  return { own: notFoundUnless(accounts.find(({ id }) => id === before.id)), accounts };
}

/** An account of an establishment within the actor's reach. Throws NotFound otherwise. */
export async function accountInReach(
  { scope, stores }: Pick<ProcedureContext, 'scope' | 'stores'>,
  accountId: string,
): Promise<Account & { establishmentId: string }> {
  const account = notFoundUnless(await stores.accounts.find(accountId));
  const { establishmentId } = account;
  if (establishmentId === null) throw new NotFound('An account without an establishment.');
  notFoundUnless(await stores.establishments.find(scope, establishmentId));
  return { ...account, establishmentId };
}

/** What closes the MyPage of an establishment, by its accounts, which are closed together. */
export function mypageStateOf(
  rules: RuleCatalogue,
  accounts: readonly Pick<Account, 'suspendedOn' | 'withdrawnOn'>[],
  today: CalendarDate,
): {
  any: boolean;
  suspendedOn: CalendarDate | null;
  withdrawal: { on: CalendarDate; erasedFrom: CalendarDate } | null;
} {
  const suspendedOn = accounts.find((one) => one.suspendedOn !== null)?.suspendedOn ?? null;
  const on = accounts.find((one) => one.withdrawnOn !== null)?.withdrawnOn ?? null;
  return {
    any: accounts.length > 0,
    suspendedOn,
    withdrawal: on === null ? null : { on, erasedFrom: erasedFrom(rules, on, today) },
  };
}
