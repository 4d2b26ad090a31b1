import { actorId } from '#app/domain/actor.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { passwordProblem } from '#app/forms/password.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object } from '../schemas.ts';
import { countTry, throttleKey } from '../throttle.ts';

type Input = { current: string; password: string };

const secret = { type: 'string', maxLength: 512 };

/** パスワードの変更 by the person whose it is; a temporary one ends with it, and so does every session of theirs. */
export const changePassword = defineProcedure<Input, null, { hash: string }>({
  name: 'staff.changePassword',
  permission: 'staff.home',
  input: object({ current: secret, password: secret }),
  audit: 'staff.passwordChanged',

  async prepare(context, { current, password }) {
    const { stores, rules, secrets, today, actor } = context;
    const member = notFoundUnless(await stores.staff.find(actorId(actor)));
    const allowed = await countTry(context, throttleKey('login:staff', member.loginName));
    if (!allowed.ok) return allowed;
    if (!(await secrets.verify(current, member.passwordHash))) return refuse('password-wrong');
    const limit = (name: string) => Number(rules.parameter('limits/account', name, today));
    const problem = passwordProblem(password, `${member.loginName}@`, {
      min: limit('passwordMinLength'),
      max: limit('passwordMaxLength'),
    });
    if (problem) return refuse('fields-wrong', { fields: [problem] });
    return done({ hash: await secrets.hash(password) });
  },

  async run({ stores, actor, record }, _input, { hash }) {
    const member = notFoundUnless(await stores.staff.find(actorId(actor)));
    await stores.throttles.reset(throttleKey('login:staff', member.loginName));
    await stores.staff.update(member.id, { passwordHash: hash, temporaryPassword: false });
    await stores.sessions.removeAllOf(member.id);
    record({ subject: { type: 'staff', id: member.id } });
    return done(null);
  },
});
