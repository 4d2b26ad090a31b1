import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';
import { ownAccount } from './support.ts';

/** A holder signs out everywhere else; the session that asks goes on. */
export const endOtherSessions = defineProcedure<{ idHash: string }, { ended: number }>({
  name: 'account.endOtherSessions',
  permission: 'account.manage',
  input: object({ idHash: shortText(64) }),
  audit: 'account.otherSessionsEnded',

  async run(context, { idHash }) {
    const account = await ownAccount(context);
    const ended = await context.stores.sessions.removeOthersOf(account.id, idHash);
    context.record({ subject: { type: 'account', id: account.id }, detail: { ended } });
    return done({ ended });
  },
});
