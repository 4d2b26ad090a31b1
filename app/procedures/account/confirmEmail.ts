import { keyProblem } from '#app/domain/account.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object } from '../schemas.ts';
import { countGuess } from '../throttle.ts';
import { ownAccount } from './support.ts';

type Input = { key: string };
type Checked = { keyId: string };

/**
 * The key from the new address changes the address of the account: every session ends, and the old address is told.
 * The key works once, for 50 minutes, and only the newest one.
 */
export const confirmEmail = defineProcedure<Input, null, Checked>({
  name: 'account.confirmEmail',
  permission: 'account.manage',
  input: object({ key: { type: 'string', minLength: 1, maxLength: 40 } }),
  audit: 'account.emailChanged',

  async prepare(context, input) {
    const { stores, secrets, now } = context;
    const account = await ownAccount(context);
    const key = await stores.keys.newestOf(account.id, 'email');
    const allowed = await countGuess(context, `email:${account.id}`);
    if (!allowed.ok) return allowed;
    const fits = await secrets.verify(input.key, key?.hash ?? null);
    if (!key || !fits) return refuse('key-wrong');
    const problem = keyProblem(key, now);
    return problem === null ? done({ keyId: key.id }) : refuse(`key-${problem}`);
  },

  async run(context, _input, { keyId }) {
    const { stores, now, newId, record, enqueue } = context;
    const account = await ownAccount(context);
    const { email } = notFoundUnless(await stores.keys.find(keyId));
    if (email === null || !(await stores.keys.use(keyId, now))) return refuse('key-used');
    // Whoever has the key reads the mails of the address, so this tells nobody anything.
    if (await stores.accounts.findByEmail(email)) return refuse('email-taken-meanwhile');

    const formerEmailId = newId();
    await stores.formerEmails.insert({
      id: formerEmailId,
      accountId: account.id,
      email: account.email,
      replacedAt: now,
      by: 'holder',
    });
    await stores.accounts.update({ ...account, email });
    await stores.keys.voidAllOf(account.id, now);
    await stores.sessions.removeAllOf(account.id);
    enqueue({
      kind: 'mail.emailChanged',
      payload: { formerEmailId },
      dedupe: `emailChanged:${formerEmailId}`,
    });
    record({ subject: { type: 'account', id: account.id }, personal: { before: account.email, email } });
    return done(null);
  },
});
