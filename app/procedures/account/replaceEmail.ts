import { done, refuse } from '#app/domain/refusal.ts';
import { emailForm } from '#app/forms/account.ts';
import { schemaOf } from '#app/forms/schema.ts';
import { Conflict, defineProcedure } from '../procedure.ts';
import { object, recordId, version } from '../schemas.ts';
import { type Identity, identityInput, identityRecord } from './identity.ts';
import { accountInReach, type PreparedKey, prepareKey, replaceKey } from './support.ts';

type Input = { accountId: string; version: number; values: { email: string } } & Identity;

/**
 * The counter replaces an address that its holder can no longer read (domain.md §2.9), after the identity of who came
 * was made sure of. Nobody signs in with the old password any more: the new address gets a key and sets its own. The
 * old address is told, in case somebody still reads it.
 */
export const replaceEmail = defineProcedure<Input, null, PreparedKey>({
  name: 'account.replaceEmail',
  permission: 'account.help',
  input: object({ accountId: recordId, version, values: schemaOf(emailForm), ...identityInput }),
  audit: 'account.emailReplaced',

  prepare: async ({ secrets }) => done(await prepareKey(secrets)),

  async run(context, { accountId, version: shown, values: { email }, identity }, prepared) {
    const { stores, now, newId, record, enqueue } = context;
    const account = await accountInReach(context, accountId);
    if (account.version !== shown || account.withdrawnOn !== null)
      throw new Conflict({ type: 'account', id: accountId });
    if (await stores.accounts.findByEmail(email))
      return refuse('fields-wrong', { fields: [{ field: 'email', code: 'taken' }] });

    const formerEmailId = newId();
    await stores.formerEmails.insert({
      id: formerEmailId,
      accountId,
      email: account.email,
      replacedAt: now,
      by: 'counter',
    });
    await stores.accounts.update({ ...account, email, state: 'mail_registered', passwordHash: null });
    await stores.keys.voidAllOf(accountId, now);
    await stores.sessions.removeAllOf(accountId);
    await replaceKey(context, accountId, prepared, { purpose: 'counter', email: null });
    enqueue({
      kind: 'mail.emailChanged',
      payload: { formerEmailId },
      dedupe: `emailChanged:${formerEmailId}`,
    });
    const about = identityRecord({ identity });
    record({
      subject: { type: 'account', id: accountId },
      detail: about.detail,
      personal: { ...about.personal, before: account.email, email },
    });
    return done(null);
  },
});
