import { done, refuse } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';
import { type Identity, identityInput, identityRecord } from './identity.ts';
import { erasedFrom } from './support.ts';

type Input = { establishmentId: string } & Identity;

/** The counter takes a 退会 back at the employer's wish, until the day before the erasure (domain.md N11). */
export const undoWithdrawal = defineProcedure<Input, null>({
  name: 'account.undoWithdrawal',
  permission: 'account.help',
  input: object({ establishmentId: recordId, ...identityInput }),
  audit: 'account.withdrawalUndone',

  async run({ scope, stores, rules, today, newId, record, enqueue }, { establishmentId, ...identity }) {
    notFoundUnless(await stores.establishments.find(scope, establishmentId));
    const accounts = await stores.accounts.lockOf(establishmentId);
    const withdrawn = accounts.flatMap((account) =>
      account.withdrawnOn === null ? [] : [{ account, from: erasedFrom(rules, account.withdrawnOn, today) }],
    );
    const [first] = withdrawn;
    if (first === undefined) throw new Conflict({ type: 'establishment', id: establishmentId });
    const kept = withdrawn.filter(({ from }) => today < from);
    if (kept.length === 0) return refuse('withdrawal-over', { params: { day: first.from } });
    for (const { account } of kept) {
      await stores.accounts.update({ ...account, withdrawnOn: null });
      enqueue({
        kind: 'mail.withdrawalUndone',
        payload: { accountId: account.id },
        dedupe: `withdrawalUndone:${newId()}`,
      });
      record({ subject: { type: 'account', id: account.id }, ...identityRecord(identity) });
    }
    return done(null);
  },
});
