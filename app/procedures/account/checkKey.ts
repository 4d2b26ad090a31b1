import { keyProblem } from '#app/domain/account.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object } from '../schemas.ts';
import { countGuess } from '../throttle.ts';

type Input = { email: string; key: string };
type Checked = { accountId: string; keyId: string };

/**
 * Leaflet step ⑤: the received 認証キー is entered; it works once, for 50 minutes from its issue, and only the newest
 * one of the account. A key of an account that has withdrawn meanwhile opens nothing. Keys are counted per address,
 * known or not, before anything is compared.
 */
export const checkKey = defineProcedure<Input, Checked, Checked>({
  name: 'account.checkKey',
  permission: 'account.open',
  input: object({
    email: { type: 'string', minLength: 3, maxLength: 100 },
    key: { type: 'string', minLength: 1, maxLength: 40 },
  }),
  audit: 'account.keyAccepted',

  async prepare(context, input) {
    const { stores, secrets, now } = context;
    const account = await stores.accounts.findByEmail(input.email);
    const key = account && (await stores.keys.newestOf(account.id));
    const allowed = await countGuess(context, input.email);
    if (!allowed.ok) return allowed;

    const fits = await secrets.verify(input.key, key?.hash ?? null);
    if (!account || account.withdrawnOn !== null || !key || !fits) return refuse('key-wrong');
    const problem = keyProblem(key, now);
    return problem === null ? done({ accountId: account.id, keyId: key.id }) : refuse(`key-${problem}`);
  },

  async run({ stores, now, record }, _input, checked) {
    if (!(await stores.keys.use(checked.keyId, now))) return refuse('key-used');
    record({ subject: { type: 'account', id: checked.accountId }, detail: { keyId: checked.keyId } });
    return done(checked);
  },
});
