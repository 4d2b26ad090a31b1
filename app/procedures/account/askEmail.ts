import { done, refuse } from '#app/domain/refusal.ts';
import { emailForm } from '#app/forms/account.ts';
import { schemaOf } from '#app/forms/schema.ts';
import { defineProcedure } from '../procedure.ts';
import { object } from '../schemas.ts';
import { throttleMails } from '../throttle.ts';
import { confirmPassword, ownAccount } from './support.ts';

type Input = { currentPassword: string; values: { email: string } };

/**
 * A holder wants to sign in with another address: a key goes there, and only the key changes it (confirmEmail). Whether
 * the address is taken is looked up by the job alone, so the answer is the same for every address.
 */
export const askEmail = defineProcedure<Input, null>({
  name: 'account.askEmail',
  permission: 'account.manage',
  input: object({ currentPassword: { type: 'string', maxLength: 512 }, values: schemaOf(emailForm) }),
  audit: 'account.emailChangeAsked',

  async prepare(context, { currentPassword, values: { email } }) {
    const confirmed = await confirmPassword(context, currentPassword);
    if (!confirmed.ok) return confirmed;
    if (email === confirmed.value.email)
      return refuse('fields-wrong', { fields: [{ field: 'email', code: 'same-email' }] });
    // By the account too: nobody has mails sent to one stranger after another.
    const ofAccount = await throttleMails(context, confirmed.value.id);
    return ofAccount.ok ? throttleMails(context, email) : ofAccount;
  },

  async run(context, { values: { email } }) {
    const { stores, now, newId, record, enqueue } = context;
    const account = await ownAccount(context);
    const requestId = newId();
    await stores.keys.insertRequest({
      id: requestId,
      email,
      purpose: 'email',
      accountId: account.id,
      requestedAt: now,
    });
    enqueue({ kind: 'key.issue', payload: { requestId }, dedupe: `key.issue:${requestId}` });
    record({ subject: { type: 'account', id: account.id }, detail: { requestId }, personal: { email } });
    return done(null);
  },
});
