import { newAccount } from '#app/domain/account.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { emailForm } from '#app/forms/account.ts';
import { schemaOf } from '#app/forms/schema.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';

type Input = { establishmentId: string; values: { email: string } };

/** Leaflet step ①: 「窓口にて職員がアカウントとなるメールアドレスを登録」, after it was read back to the employer. */
export const registerEmail = defineProcedure<Input, { accountId: string }>({
  name: 'account.registerEmail',
  permission: 'account.registerEmail',
  input: object({ establishmentId: recordId, values: schemaOf(emailForm) }),
  audit: 'account.emailRegistered',

  async run({ scope, stores, now, newId, record }, input) {
    const establishment = notFoundUnless(await stores.establishments.find(scope, input.establishmentId));
    if (establishment.state !== 'registered') return refuse('establishment-not-registered');
    const { email } = input.values;
    if (await stores.accounts.findByEmail(email))
      return refuse('fields-wrong', { fields: [{ field: 'email', code: 'taken' }] });

    const accountId = newId();
    // 利用不可 is of the MyPage: a further address does not go round it.
    const suspension = await stores.suspensions.openOf(establishment.id);
    await stores.accounts.insert(
      newAccount({
        id: accountId,
        establishmentId: establishment.id,
        email,
        openedBy: 'counter',
        suspendedOn: suspension?.begunOn ?? null,
        createdAt: now,
      }),
    );
    record({
      subject: { type: 'account', id: accountId },
      detail: { establishmentId: establishment.id },
      personal: { email },
    });
    return done({ accountId });
  },
});
