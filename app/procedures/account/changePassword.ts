import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object } from '../schemas.ts';
import { confirmPassword, ownAccount, refuseWeakPassword, tellPasswordChanged } from './support.ts';

type Input = { currentPassword: string; password: string };

/** A holder changes the password: the old one is asked, every session ends, the holder is told by mail. */
export const changePassword = defineProcedure<Input, null, { hash: string }>({
  name: 'account.changePassword',
  permission: 'account.manage',
  input: object({
    currentPassword: { type: 'string', maxLength: 512 },
    password: { type: 'string', maxLength: 512 },
  }),
  audit: 'account.passwordChanged',

  async prepare(context, { currentPassword, password }) {
    const confirmed = await confirmPassword(context, currentPassword);
    if (!confirmed.ok) return confirmed;
    const weak = refuseWeakPassword(context, password, confirmed.value.email);
    return weak ?? done({ hash: await context.secrets.hash(password) });
  },

  async run(context, _input, { hash }) {
    const { stores, now, record } = context;
    const account = await ownAccount(context);
    await stores.accounts.update({ ...account, passwordHash: hash });
    await stores.keys.voidAllOf(account.id, now);
    await stores.sessions.removeAllOf(account.id);
    tellPasswordChanged(context, account.id);
    record({ subject: { type: 'account', id: account.id } });
    return done(null);
  },
});
