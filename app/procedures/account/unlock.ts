import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { throttleKey } from '../throttle.ts';
import { type HelpInput, helpInput } from './help.ts';
import { accountInReach } from './support.ts';

/** The counter takes away what has been counted against an address: failed sign-ins, wrong keys, key mails of the day. */
export const unlockAccount = defineProcedure<HelpInput, null>({
  name: 'account.unlock',
  permission: 'account.help',
  input: helpInput,
  audit: 'account.unlocked',

  async run(context, { accountId, reason }) {
    const { id, email } = await accountInReach(context, accountId);
    const counted = [
      throttleKey('login:mypage', email),
      throttleKey('keyGuess', email),
      throttleKey('keyGuess', `email:${id}`),
      ...[email, id].flatMap((one) => [throttleKey('keyMail', one), throttleKey('keyMailDay', one)]),
    ];
    for (const key of counted) await context.stores.throttles.reset(key);
    context.record({ subject: { type: 'account', id }, personal: { reason } });
    return done(null);
  },
});
