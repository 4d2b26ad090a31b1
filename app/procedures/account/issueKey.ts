import { type Account, newAccount } from '#app/domain/account.ts';
import { done } from '#app/domain/refusal.ts';
import type { KeyRequest } from '#db/stores/keys.ts';
import { defineProcedure, notFoundUnless, type ProcedureContext } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';
import { type PreparedKey, prepareKey, replaceKey } from './support.ts';

type Input = { requestId: string };
/** Ids only: the receipt is stored. */
export type IssueKeyResult = { outcome: 'issued' | 'alreadyRegistered' | 'unknownAddress' | 'withdrawn' };

/**
 * 認証キーの発行 (leaflet ③④), behind the page that asks for one: only this job looks whose the address is. A newer
 * key voids the older ones of its use and leaves the failure counters alone.
 *
 * Throws NotFound when the request was taken before or has been cleared away.
 */
export const issueKey = defineProcedure<Input, IssueKeyResult, PreparedKey>({
  name: 'account.issueKey',
  permission: 'key.issue',
  audit: 'account.keyIssued',
  input: object({ requestId: recordId }),

  /** Every request costs one hash, so that the time tells nothing about the address. */
  prepare: async ({ secrets }) => done(await prepareKey(secrets)),

  run: async (context, { requestId }, prepared) => {
    const { stores, record, enqueue } = context;
    const request = notFoundUnless(await stores.keys.takeRequest(requestId));
    const found = await lookUp(context, request);
    const { outcome } = found;
    if (outcome === 'unknownAddress') {
      record({ subject: { type: 'keyRequest', id: requestId }, detail: { outcome } });
      return done({ outcome });
    }
    const { account } = found;
    const subject = { type: 'account', id: account.id };
    if (outcome === 'issued') {
      const { purpose, email } = request;
      const about = purpose === 'email' ? { purpose, email } : { purpose, email: null };
      const keyId = await replaceKey(context, account.id, prepared, about);
      record({
        subject,
        detail: { outcome, keyId, opened: found.opened },
        ...(found.opened ? { personal: { email: account.email } } : {}),
      });
      return done({ outcome });
    }
    if (outcome === 'alreadyRegistered') {
      enqueue({
        kind: 'mail.alreadyRegistered',
        payload: { accountId: account.id },
        dedupe: `alreadyRegistered:${requestId}`,
      });
    }
    record({ subject, detail: { outcome } });
    return done({ outcome });
  },
});

/** Whose the address is and what comes of the request. */
type Found =
  | { outcome: 'issued'; account: Account; opened: boolean }
  | { outcome: 'alreadyRegistered' | 'withdrawn'; account: Account }
  | { outcome: 'unknownAddress' };

async function lookUp(context: ProcedureContext, request: KeyRequest): Promise<Found> {
  const { stores } = context;
  const existing = await stores.accounts.findByEmail(request.email);
  if (request.purpose === 'email') {
    if (existing) return { outcome: 'alreadyRegistered', account: existing };
    const asking = await stores.accounts.find(request.accountId);
    if (!asking || asking.withdrawnOn !== null) return { outcome: 'unknownAddress' };
    return { outcome: 'issued', account: asking, opened: false };
  }
  if (existing) {
    if (existing.withdrawnOn !== null) return { outcome: 'withdrawn', account: existing };
    if (request.purpose === 'register' && existing.state === 'active')
      return { outcome: 'alreadyRegistered', account: existing };
    // What was never set cannot be forgotten: the address still goes through パスワード登録, with its consent.
    if (request.purpose === 'forgot' && existing.state !== 'active') return { outcome: 'unknownAddress' };
    return { outcome: 'issued', account: existing, opened: false };
  }
  const opened =
    request.purpose === 'register'
      ? await openOnline(context, request.email)
      : request.purpose === 'start'
        ? await takeUpInvitation(context, request.email)
        : null;
  return opened === null
    ? { outcome: 'unknownAddress' }
    : { outcome: 'issued', account: opened, opened: true };
}

/** An account that an employer opens online, before any establishment is known (leaflet ②※). */
async function openOnline({ stores, newId, now }: ProcedureContext, email: string): Promise<Account> {
  const account = newAccount({
    id: newId(),
    establishmentId: null,
    email,
    openedBy: 'online',
    suspendedOn: null,
    createdAt: now,
  });
  await stores.accounts.insert(account);
  return account;
}

/** An address that a holder has invited becomes an account, as one that the counter has registered (leaflet ①). */
async function takeUpInvitation(
  { stores, newId, now }: ProcedureContext,
  email: string,
): Promise<Account | null> {
  const invitation = await stores.invitations.newestTo(email);
  if (!invitation) return null;
  const suspension = await stores.suspensions.openOf(invitation.establishmentId);
  const account = newAccount({
    id: newId(),
    establishmentId: invitation.establishmentId,
    email,
    openedBy: 'counter',
    suspendedOn: suspension?.begunOn ?? null,
    createdAt: now,
  });
  await stores.accounts.insert(account);
  await stores.invitations.remove(invitation.id);
  return account;
}
