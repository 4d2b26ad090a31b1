import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { type HelpInput, helpInput } from './help.ts';
import { accountInReach } from './support.ts';

/** The counter signs an account out everywhere, for instance when a machine was lost. */
export const endSessions = defineProcedure<HelpInput, null>({
  name: 'account.endSessions',
  permission: 'account.help',
  input: helpInput,
  audit: 'account.sessionsEnded',

  async run(context, { accountId, reason }) {
    const { id } = await accountInReach(context, accountId);
    await context.stores.sessions.removeAllOf(id);
    context.record({ subject: { type: 'account', id }, personal: { reason } });
    return done(null);
  },
});
