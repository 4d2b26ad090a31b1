import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';
import { refuseWeakPassword, tellPasswordChanged } from './support.ts';

type Input = { keyId: string; password: string };

/**
 * Leaflet steps ⑤–⑥: with the key accepted, the password is set and the account signs in. An account registered at
 * the counter is open from now on; one made online opens when the counter completes the registration. Setting a new
 * password ends every other session of the account. A password that was forgotten is set in the same way; that says
 * nothing about failed sign-ins, whose count stays.
 */
export const setPassword = defineProcedure<Input, { accountId: string }, { hash: string }>({
  name: 'account.setPassword',
  permission: 'account.open',
  input: object({ keyId: recordId, password: { type: 'string', maxLength: 512 } }),
  audit: 'account.passwordSet',

  async prepare(context, input) {
    const { stores, secrets } = context;
    const key = notFoundUnless(await stores.keys.find(input.keyId));
    const account = notFoundUnless(await stores.accounts.find(key.accountId));
    const weak = refuseWeakPassword(context, input.password, account.email);
    if (weak) return weak;
    return done({ hash: await secrets.hash(input.password) });
  },

  async run(context, input, { hash }) {
    const { stores, now, today, record } = context;
    const key = notFoundUnless(await stores.keys.find(input.keyId));
    const account = notFoundUnless(await stores.accounts.find(key.accountId));
    if (key.usedAt === null || key.voidedAt !== null || account.withdrawnOn !== null)
      throw new Conflict({ type: 'account', id: account.id });
    await stores.keys.voidAllOf(account.id, now);
    await stores.keys.retire(key.id, now);
    await stores.accounts.update({
      ...account,
      state: 'active',
      passwordHash: hash,
      consentedAt: key.purpose === 'forgot' ? account.consentedAt : now,
      openedOn: account.openedOn ?? (account.openedBy === 'counter' ? today : null),
    });
    await stores.sessions.removeAllOf(account.id);
    if (account.state === 'active') tellPasswordChanged(context, account.id);
    record({
      subject: { type: 'account', id: account.id },
      detail: { first: account.state !== 'active', openedBy: account.openedBy },
    });
    return done({ accountId: account.id });
  },
});
