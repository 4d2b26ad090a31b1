import type { Account } from '#app/domain/account.ts';
import { toInstant } from '#app/domain/clock.ts';
import { done } from '#app/domain/refusal.ts';
import { defineProcedure, notFoundUnless, type ProcedureContext } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';

type Input = { requestId: string };
type Prepared = { hash: string; sealed: string };
/** Ids only: the receipt is stored. */
export type IssueKeyResult = { outcome: 'issued' | 'alreadyRegistered' | 'unknownAddress' | 'withdrawn' };

/**
 * 認証キーの発行 (leaflet ③④), behind the page that asks for one: only this job looks whose the address is. A key
 * goes out for an account that has not withdrawn; for an address without one only when a new account is opened online. A newer key voids the
 * older ones and leaves the failure counters alone.
 *
 * Throws NotFound when the request was taken before or has been cleared away.
 */
export const issueKey = defineProcedure<Input, IssueKeyResult, Prepared>({
  name: 'account.issueKey',
  permission: 'key.issue',
  audit: 'account.keyIssued',
  input: object({ requestId: recordId }),

  /** Every request costs one hash, so that the time tells nothing about the address. */
  prepare: async ({ secrets }) => {
    const key = secrets.newKey();
    return done({ hash: await secrets.hash(key), sealed: secrets.seal(key) });
  },

  run: async (context, { requestId }, prepared) => {
    const { stores, record, enqueue } = context;
    const request = notFoundUnless(await stores.keys.takeRequest(requestId));

    const existing = await stores.accounts.findByEmail(request.email);
    if (existing && existing.withdrawnOn !== null) {
      record({ subject: { type: 'account', id: existing.id }, detail: { outcome: 'withdrawn' } });
      return done({ outcome: 'withdrawn' as const });
    }
    if (existing && request.purpose === 'register' && existing.state === 'active') {
      enqueue({
        kind: 'mail.alreadyRegistered',
        payload: { accountId: existing.id },
        dedupe: `alreadyRegistered:${requestId}`,
      });
      record({ subject: { type: 'account', id: existing.id }, detail: { outcome: 'alreadyRegistered' } });
      return done({ outcome: 'alreadyRegistered' as const });
    }
    if (!existing && request.purpose === 'start') {
      record({ subject: { type: 'keyRequest', id: requestId }, detail: { outcome: 'unknownAddress' } });
      return done({ outcome: 'unknownAddress' as const });
    }

    const account = existing ?? (await openOnline(context, request.email));
    const keyId = await replaceKey(context, account.id, prepared);
    record({
      subject: { type: 'account', id: account.id },
      detail: { outcome: 'issued', keyId, opened: existing === undefined },
      ...(existing ? {} : { personal: { email: account.email } }),
    });
    return done({ outcome: 'issued' as const });
  },
});

/** An account that an employer opens online, before any establishment is known (leaflet ②※). */
async function openOnline({ stores, newId, now }: ProcedureContext, email: string): Promise<Account> {
  const account: Account = {
    id: newId(),
    establishmentId: null,
    email,
    state: 'mail_registered',
    openedBy: 'online',
    passwordHash: null,
    consentedAt: null,
    openedOn: null,
    suspendedOn: null,
    withdrawnOn: null,
    version: 1,
    createdAt: now,
  };
  await stores.accounts.insert(account);
  return account;
}

async function replaceKey(
  context: ProcedureContext,
  accountId: string,
  { hash, sealed }: Prepared,
): Promise<string> {
  const { stores, rules, newId, now, today, enqueue } = context;
  const minutes = Number(rules.parameter('limits/account', 'keyMinutes', today));
  const expiresAt = toInstant(new Date(Date.parse(now) + minutes * 60_000));
  const keyId = newId();
  await stores.keys.voidAllOf(accountId, now);
  await stores.keys.insert({
    id: keyId,
    accountId,
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
