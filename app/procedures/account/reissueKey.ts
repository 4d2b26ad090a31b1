import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure } from '../procedure.ts';
import { type HelpInput, helpInput } from './help.ts';
import { accountInReach, type PreparedKey, prepareKey, replaceKey } from './support.ts';

/**
 * The counter sends a key once more, also where the day's mails are used up. The staff never see it, and wrong guesses
 * so far still count.
 */
export const reissueKey = defineProcedure<HelpInput, null, PreparedKey>({
  name: 'account.reissueKey',
  permission: 'account.help',
  input: helpInput,
  audit: 'account.keyReissued',

  prepare: async ({ secrets }) => done(await prepareKey(secrets)),

  async run(context, { accountId, reason }, prepared) {
    const account = await accountInReach(context, accountId);
    if (account.withdrawnOn !== null) throw new Conflict({ type: 'account', id: accountId });
    const keyId = await replaceKey(context, accountId, prepared, { purpose: 'counter', email: null });
    context.record({ subject: { type: 'account', id: accountId }, detail: { keyId }, personal: { reason } });
    return done(null);
  },
});
