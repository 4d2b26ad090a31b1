import { canSignIn } from '#app/domain/account.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';
import { countTry, throttleKey } from '../throttle.ts';

type Input = { email: string; password: string };
type SignedIn = { subjectId: string };

/**
 * 求人者 signs in to the マイページ. An unknown address, a wrong password, an account whose password has never been set
 * and one that has withdrawn get the same words after the same time. A suspended account signs in: its home says why
 * everything is closed and whom to call.
 */
export const signIn = defineProcedure<Input, SignedIn, SignedIn>({
  name: 'account.signIn',
  permission: 'account.signIn',
  input: object({ email: shortText(100), password: shortText(200) }),
  audit: 'account.signedIn',

  async prepare(context, { email, password }) {
    const allowed = await countTry(context, throttleKey('login:mypage', email));
    if (!allowed.ok) return allowed;
    const account = await context.stores.accounts.findByEmail(email);
    const fits = await context.secrets.verify(password, account?.passwordHash ?? null);
    return fits && account && canSignIn(account) ? done({ subjectId: account.id }) : refuse('sign-in-failed');
  },

  async run({ stores, record }, { email }, signedIn) {
    await stores.throttles.reset(throttleKey('login:mypage', email));
    record({ subject: { type: 'account', id: signedIn.subjectId } });
    return done(signedIn);
  },
});
