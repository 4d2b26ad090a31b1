import { actorId } from '#app/domain/actor.ts';
import { done, type Outcome } from '#app/domain/refusal.ts';
import { establishmentForm } from '#app/forms/establishment.ts';
import type { FormValues } from '#app/forms/field.ts';
import { schemaOf } from '#app/forms/schema.ts';
import { Conflict, defineProcedure, notFoundUnless, type ProcedureContext } from '../procedure.ts';
import { object, recordId, version } from '../schemas.ts';
import { columnsOf, knownOthers, refusalToRepeat, replaceDetails, searchKeysOf } from './support.ts';

type Input = { establishmentId: string; version: number; values: FormValues; knownOthers: readonly string[] };

/**
 * 事業所の本登録 (leaflet ※②: 「窓口で本登録手続きを行い、マイページを開設する」): the counter checks and completes what the
 * employer entered online; with it the MyPage of the establishment's accounts is open.
 */
export const completeRegistration = defineProcedure<Input, null>({
  name: 'establishment.completeRegistration',
  permission: 'establishment.completeRegistration',
  input: object({ establishmentId: recordId, version, values: schemaOf(establishmentForm), knownOthers }),
  audit: 'establishment.registrationCompleted',

  run: (context, input) => completeRegistrationOf(context, input),
});

/** The same inside another act of the sitting (posting.registerVisit). */
export async function completeRegistrationOf(
  context: ProcedureContext,
  input: Input,
): Promise<Outcome<null>> {
  const { actor, scope, stores, today, record } = context;
  const entered = notFoundUnless(await stores.establishments.find(scope, input.establishmentId));
  if (entered.state !== 'provisional' || entered.version !== input.version)
    throw new Conflict({ type: 'establishment', id: entered.id });
  const columns = columnsOf(input.values);
  const keys = searchKeysOf(input.values);
  const matches = await stores.establishments.possibleDuplicates(columns, keys, entered.id);
  const repeats = refusalToRepeat(matches, input.knownOthers);
  if (repeats) return repeats;

  await replaceDetails(context, { ...entered, state: 'registered', registeredOn: today }, input.values, {
    cause: 'registration',
    requestId: null,
    reason: null,
    replacedBy: actorId(actor),
  });
  for (const account of await stores.accounts.ofEstablishment(entered.id))
    if (account.state === 'active' && account.openedOn === null)
      await stores.accounts.update({ ...account, openedOn: today });
  record({
    subject: { type: 'establishment', id: entered.id },
    detail: { knownOthers: input.knownOthers },
    personal: { before: entered.details, values: input.values },
  });
  return done(null);
}
