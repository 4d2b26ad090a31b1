import type { EmployerActor, StaffActor } from '#app/domain/actor.ts';
import { visitor } from '#app/domain/actor.ts';
import type { FormValues } from '#app/forms/field.ts';
import { checkKey } from '#app/procedures/account/checkKey.ts';
import { registerEmail } from '#app/procedures/account/registerEmail.ts';
import { requestKey } from '#app/procedures/account/requestKey.ts';
import { setPassword } from '#app/procedures/account/setPassword.ts';
import { enterEstablishment } from '#app/procedures/establishment/enterProvisionally.ts';
import { registerEstablishment } from '#app/procedures/establishment/register.ts';
import { demoEmployers, demoOffice, demoPassword } from '#fixtures/demo.ts';
import type { House } from './house.ts';

/** The address an establishment signs in with: those of 求人者A, B and C first. */
export const emailOf = (index: number): string =>
  demoEmployers[index]?.email ?? `saiyo@mihon-${index + 1}.example.co.jp`;

/** Steps ② to ⑥ of the leaflet: the key is asked for, arrives, is entered, and the password is set. */
async function openAccount(house: House, email: string, purpose: 'start' | 'register'): Promise<string> {
  await house.act(requestKey, visitor, { email, purpose });
  house.time.pass(3);
  const { accountId, keyId } = await house.act(checkKey, visitor, { email, key: house.lastKey() });
  await house.act(setPassword, visitor, { keyId, password: demoPassword });
  return accountId;
}

/** 事業所登録 at the counter. */
export const register = async (
  house: House,
  clerk: StaffActor,
  values: FormValues,
  knownOthers: readonly string[] = [],
): Promise<string> => {
  const { establishmentId } = await house.act(registerEstablishment, clerk, { values, knownOthers });
  return establishmentId;
};

/** Leaflet ①: the counter registers the address; the password follows only where `opens`. */
export async function giveAccount(
  house: House,
  clerk: StaffActor,
  establishmentId: string,
  email: string,
  opens: boolean,
): Promise<EmployerActor> {
  const { accountId } = await house.act(registerEmail, clerk, { establishmentId, values: { email } });
  if (opens) {
    house.time.pass(20);
    await openAccount(house, email, 'start');
  }
  return { kind: 'employer', accountId, email, establishmentId };
}

/** The leaflet's other way: account and establishment online, to be completed at the counter. */
export async function openOnline(house: House, email: string, values: FormValues): Promise<EmployerActor> {
  const accountId = await openAccount(house, email, 'register');
  const actor: EmployerActor = { kind: 'employer', accountId, email, establishmentId: null };
  const { establishment_number: _, corporate_number_override_reason: __, ...entered } = values;
  const { establishmentId } = await house.act(enterEstablishment, actor, {
    officeId: demoOffice.id,
    values: { ...entered, establishment_number: null },
    version: 0,
  });
  return { ...actor, establishmentId };
}
