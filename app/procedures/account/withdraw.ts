import type { CalendarDate } from '#app/domain/calendar.ts';
import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure } from '../procedure.ts';
import { object } from '../schemas.ts';
import { confirmPassword, erasedFrom, ownMypage } from './support.ts';

type Input = { currentPassword: string };

/**
 * 退会 (leaflet: 「求人者マイページの利用を停止したい場合は、…退会手続きを行ってください」). It is of the MyPage: every account
 * of the establishment is closed at once and told by mail (docs/decisions/020). Postings stay as they are; until the
 * erasure the counter can take the withdrawal back.
 */
export const withdrawMypage = defineProcedure<Input, { withdrawnOn: CalendarDate }>({
  name: 'account.withdraw',
  permission: 'account.withdraw',
  input: object({ currentPassword: { type: 'string', maxLength: 512 } }),
  audit: 'account.withdrawn',

  async prepare(context, { currentPassword }) {
    const confirmed = await confirmPassword(context, currentPassword);
    return confirmed.ok ? done(undefined) : confirmed;
  },

  async run(context, _input) {
    const { stores, rules, now, today, newId, record, enqueue } = context;
    const { own, accounts } = await ownMypage(context);
    const open = accounts.filter(({ withdrawnOn }) => withdrawnOn === null);
    if (!open.some(({ id }) => id === own.id)) throw new Conflict({ type: 'account', id: own.id });
    const erased = erasedFrom(rules, today, today);
    for (const account of open) {
      await stores.accounts.update({ ...account, withdrawnOn: today });
      await stores.keys.voidAllOf(account.id, now);
      await stores.sessions.removeAllOf(account.id);
      enqueue({
        kind: 'mail.withdrawalReceived',
        payload: { accountId: account.id, erasedFrom: erased },
        dedupe: `withdrawalReceived:${newId()}`,
      });
      record({ subject: { type: 'account', id: account.id }, detail: { erasedFrom: erased } });
    }
    if (own.establishmentId !== null) await stores.invitations.removeAllOf(own.establishmentId);
    return done({ withdrawnOn: today });
  },
});
