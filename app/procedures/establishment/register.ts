import { done } from '#app/domain/refusal.ts';
import { establishmentForm } from '#app/forms/establishment.ts';
import type { FormValues } from '#app/forms/field.ts';
import { schemaOf } from '#app/forms/schema.ts';
import { defineProcedure } from '../procedure.ts';
import { object } from '../schemas.ts';
import { columnsOf, knownOthers, refusalToRepeat, searchKeysOf } from './support.ts';

type Input = { values: FormValues; knownOthers: readonly string[] };

/**
 * 事業所登録 at the counter (leaflet ※①). Records that look like the same establishment are shown first; the new one
 * is made only when all of them are said to be others. The same number can never be registered twice.
 */
export const registerEstablishment = defineProcedure<Input, { establishmentId: string }>({
  name: 'establishment.register',
  permission: 'establishment.register',
  input: object({ values: schemaOf(establishmentForm), knownOthers }),
  audit: 'establishment.registered',

  async run({ actor, stores, today, now, newId, record }, input) {
    if (actor.kind !== 'staff') throw new Error('Only staff register at the counter.');
    const columns = columnsOf(input.values);
    const keys = searchKeysOf(input.values);
    const matches = await stores.establishments.possibleDuplicates(columns, keys, null);
    const repeats = refusalToRepeat(matches, input.knownOthers);
    if (repeats) return repeats;

    const id = newId();
    await stores.establishments.insert(
      {
        id,
        officeId: actor.officeId,
        state: 'registered',
        ...columns,
        registeredOn: today,
        version: 1,
        createdAt: now,
      },
      keys,
    );
    record({
      subject: { type: 'establishment', id },
      detail: { knownOthers: input.knownOthers },
      personal: { values: input.values },
    });
    return done({ establishmentId: id });
  },
});
