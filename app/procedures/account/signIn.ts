import { canSignIn } from '#app/domain/account.ts';
import { type DeviceSystem, deviceSystems } from '#app/domain/device.ts';
import { done, type Refusal, refuse } from '#app/domain/refusal.ts';
import { defineProcedure, type PreparationContext } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';
import { countTry, throttleKey } from '../throttle.ts';
import { erasedFrom } from './support.ts';

type Input = { email: string; password: string; device: DeviceSystem };
type SignedIn = { subjectId: string };

/**
 * 求人者 signs in to the マイページ. An unknown address, a wrong password and an account whose password has never been set
 * get the same words after the same time; who knows the password of an account that has withdrawn hears since when and
 * whom to call. A suspended account signs in: its home says why everything is closed and whom to call.
 */
export const signIn = defineProcedure<Input, SignedIn, SignedIn>({
  name: 'account.signIn',
  permission: 'account.signIn',
  input: object({ email: shortText(100), password: shortText(200), device: { enum: [...deviceSystems] } }),
  audit: 'account.signedIn',

  async prepare(context, { email, password }) {
    const allowed = await countTry(context, throttleKey('login:mypage', email));
    if (!allowed.ok) return allowed;
    const { accounts } = context.stores;
    const account = (await accounts.findByEmail(email)) ?? (await accounts.findClosed(email));
    const fits = await context.secrets.verify(password, account?.passwordHash ?? null);
    if (!fits || !account) return refuse('sign-in-failed');
    if (account.closedOn !== null) return refuseTransferred(context, account);
    if (account.withdrawnOn !== null)
      return refuseWithdrawn(context, { ...account, withdrawnOn: account.withdrawnOn });
    return canSignIn(account) ? done({ subjectId: account.id }) : refuse('sign-in-failed');
  },

  async run({ stores, record }, { email, device }, signedIn) {
    await stores.throttles.reset(throttleKey('login:mypage', email));
    record({ subject: { type: 'account', id: signedIn.subjectId }, detail: { device } });
    return done(signedIn);
  },
});

async function refuseWithdrawn(
  { stores, rules, today }: PreparationContext,
  { establishmentId, withdrawnOn }: { establishmentId: string | null; withdrawnOn: string },
): Promise<Refusal> {
  const days = { day: withdrawnOn, erasedFrom: erasedFrom(rules, withdrawnOn, today) };
  const establishment =
    establishmentId === null ? undefined : await stores.establishments.find({ kind: 'all' }, establishmentId);
  const office = establishment && (await stores.offices.find(establishment.officeId));
  return office
    ? refuse('account-withdrawn', { params: { ...days, office: office.name, phone: office.phone } })
    : refuse('account-withdrawn-unregistered', { params: days });
}

/** Closed because the establishment moved: since when, and which office to go to. */
async function refuseTransferred(
  { stores }: PreparationContext,
  { establishmentId }: { establishmentId: string | null },
): Promise<Refusal> {
  const transfer = await stores.transfers.of(establishmentId ?? '');
  const office = transfer && (await stores.offices.find(transfer.toOfficeId));
  return office
    ? refuse('account-transferred', { params: { office: office.name, phone: office.phone } })
    : refuse('sign-in-failed');
}
