import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId, shortText, version } from '../schemas.ts';

/**
 * 登録の取消し: a wage entered by mistake is taken back. Verdicts given with it keep what they saw; what the product
 * ships for that day, if anything, holds again.
 */
export const withdrawMinimumWage = defineProcedure<
  { wageId: string; version: number; reason: string },
  { prefecture: string }
>({
  name: 'minimumWage.withdraw',
  permission: 'minimumWage.enter',
  input: object({ wageId: recordId, version, reason: shortText(200) }),
  audit: 'minimumWage.withdrawn',

  async run({ stores, record }, { wageId, version: shown, reason }) {
    const {
      id,
      prefecture,
      from,
      yen,
      version: now,
    } = notFoundUnless(await stores.minimumWages.find(wageId));
    if (now !== shown) throw new Conflict({ type: 'minimum_wage', id });
    await stores.minimumWages.remove({ id, version: shown });
    record({
      subject: { type: 'minimum_wage', id },
      detail: { prefecture, from, yen },
      personal: { reason },
    });
    return done({ prefecture });
  },
});
