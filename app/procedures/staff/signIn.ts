import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';
import { countTry, throttleKey } from '../throttle.ts';

type Input = { loginName: string; password: string };
type SignedIn = { subjectId: string };

/**
 * 職員 signs in. An unknown name, a wrong password and somebody who no longer works here get the same words after the
 * same time. Tries are counted before the password is looked at, so that tries at once cannot exceed the limit.
 */
export const signIn = defineProcedure<Input, SignedIn, SignedIn>({
  name: 'staff.signIn',
  permission: 'staff.signIn',
  input: object({ loginName: shortText(100), password: shortText(200) }),
  audit: 'staff.signedIn',

  async prepare(context, { loginName, password }) {
    const allowed = await countTry(context, throttleKey('login:staff', loginName));
    if (!allowed.ok) return allowed;
    const member = await context.stores.staff.findByLoginName(loginName);
    const fits = await context.secrets.verify(password, member?.passwordHash ?? null);
    return fits && member?.active ? done({ subjectId: member.id }) : refuse('sign-in-failed');
  },

  async run({ stores, record }, { loginName }, signedIn) {
    await stores.throttles.reset(throttleKey('login:staff', loginName));
    record({ subject: { type: 'staff', id: signedIn.subjectId } });
    return done(signedIn);
  },
});
