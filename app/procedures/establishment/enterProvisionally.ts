import { done, refuse } from '#app/domain/refusal.ts';
import { provisionalEstablishmentForm } from '#app/forms/establishment.ts';
import type { FormValues } from '#app/forms/field.ts';
import { schemaOf } from '#app/forms/schema.ts';
import { refuseIfClosed } from '../account/access.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';
import { columnsOf, searchKeysOf } from './support.ts';

type Input = { officeId: string; values: FormValues; version: number };

/**
 * 事業所の仮登録 (leaflet ※②: 「事業所情報・求人情報を入力(仮登録)後、ハローワークにお越しのうえ」): an employer who opened the
 * account online enters the establishment, and may correct it until the counter completes the registration.
 * `version` is 0 for the first entry.
 */
export const enterEstablishment = defineProcedure<Input, { establishmentId: string }>({
  name: 'establishment.enterProvisionally',
  permission: 'establishment.enterProvisionally',
  input: object({
    officeId: recordId,
    values: schemaOf(provisionalEstablishmentForm),
    version: { type: 'integer', minimum: 0 },
  }),
  audit: 'establishment.enteredProvisionally',

  async run(context, input) {
    const { actor, scope, stores, now, newId, record } = context;
    if (actor.kind !== 'employer') throw new Error('Only the account holder enters provisionally.');
    const account = notFoundUnless(await stores.accounts.find(actor.accountId));
    const office = await stores.offices.find(input.officeId);
    if (!office) return refuse('fields-wrong', { fields: [{ field: 'office_id', code: 'not-a-choice' }] });
    const closed = await refuseIfClosed(context, 'establishment-change', office.id);
    if (closed) return closed;
    const columns = columnsOf(input.values);
    const keys = searchKeysOf(input.values);

    if (account.establishmentId === null) {
      const id = newId();
      await stores.establishments.insert(
        {
          id,
          officeId: office.id,
          state: 'provisional',
          ...columns,
          registeredOn: null,
          version: 1,
          createdAt: now,
        },
        keys,
      );
      await stores.accounts.update({ ...account, establishmentId: id });
      record({ subject: { type: 'establishment', id }, personal: { values: input.values } });
      return done({ establishmentId: id });
    }

    const entered = notFoundUnless(await stores.establishments.find(scope, account.establishmentId));
    if (entered.state !== 'provisional' || entered.version !== input.version)
      throw new Conflict({ type: 'establishment', id: entered.id });
    await stores.establishments.update({ ...entered, officeId: office.id, ...columns }, keys);
    record({
      subject: { type: 'establishment', id: entered.id },
      personal: { before: entered.details, values: input.values },
    });
    return done({ establishmentId: entered.id });
  },
});
